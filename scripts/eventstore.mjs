import { become, setUp } from './setup.mjs';

await setUp({ backend: true });
become('dist/backend/event-log/embedded/main.js', process.argv.slice(2));
