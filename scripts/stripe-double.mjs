import { become, setUp } from './setup.mjs';

await setUp({ backend: true });
become('dist/backend/local-servers/stripe/main.js', process.argv.slice(2));
