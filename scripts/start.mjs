import { become, setUp } from './setup.mjs';

await setUp({ redis: true, chromium: true, backend: true, frontend: true });
become('dist/backend/local-servers/start.js');
