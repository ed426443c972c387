import { become, setUp } from './setup.mjs';

await setUp({ backend: true });
become('dist/backend/src/cli.js', process.argv.slice(2));
