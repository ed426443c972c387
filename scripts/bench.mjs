import { become, setUp } from './setup.mjs';

await setUp({ redis: true, backend: true });
become('dist/bench/run.js', process.argv.slice(2));
