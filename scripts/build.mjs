import { setUp } from './setup.mjs';

await setUp({ backend: true, frontend: true });
