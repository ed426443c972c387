import { join } from 'node:path';
import { startNodeProcess, type RunningProcess } from '../../backend/local-servers/node-process.js';
import { freePort } from '../../backend/local-servers/run-file.js';
import { Killable } from './killable.js';

/** The embedded event store in a process of its own, on one port with its file in `folder`. */
export async function storeProcess(
  folder: string,
): Promise<{ server: Killable<RunningProcess & { answer: string }>; url: string }> {
  const port = await freePort('EVENTSTORE_PORT', 0);
  const server = new Killable(() =>
    startNodeProcess({
      name: 'eventstore',
      program: 'backend/event-log/embedded/main.js',
      env: { ...process.env, DATA_DIR: folder, EVENTSTORE_PORT: String(port) },
      logFolder: join(folder, 'logs'),
      ready: /(esdb:\/\/\S+)/,
    }),
  );
  const { answer } = await server.start();
  return { server, url: answer };
}
