import { fileURLToPath } from 'node:url';
import { createApi } from './api.js';
import { BadConfiguration, loadConfig } from './platform/config/config.js';
import { jsonLog } from './platform/observability/log.js';
import { runProgram } from './platform/run-program.js';

/** Built, this file is dist/backend/src/main.api.js, and the dashboard lies in dist/frontend/browser. */
const DASHBOARD = fileURLToPath(new URL('../../frontend/browser', import.meta.url));

await runProgram('API', async () => {
  const config = loadConfig(process.env, 'api');
  const app = await createApi({ config, log: jsonLog(), dashboardFolder: DASHBOARD });
  await app.listen(config.PORT, config.HOST).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new BadConfiguration(`PORT: got ${config.PORT}, wants a port that is free on ${config.HOST}`);
    throw error;
  });
  return { told: `listening on ${await app.getUrl()}`, stop: () => app.close() };
});
