import type { MikroORM } from '@mikro-orm/postgresql';
import { connectEventLog } from '../../event-log/eventstoredb/connect-event-log.js';
import { cancelRebuild } from '../../following/rebuild/cancel-rebuild.js';
import { acceptRebuild, requestRebuild, undoSwitch } from '../../following/rebuild/rebuild-commands.js';
import { connectOrm } from '../../following/database/connect-orm.js';
import { projectionsStatus, type ProjectionStatus } from '../../following/runner/projections-status.js';
import { projectionsTable } from './projections-table.js';
import { serverAddress } from './servers.js';
import { UsageError } from './usage.js';
import { watchProjections, watchRebuild, type Watching } from './watch-projections.js';

/** What is said once it is done. */
const COMMANDS: Readonly<Record<string, { run: typeof undoSwitch; done: (name: string) => string }>> = {
  switch: { run: acceptRebuild, done: (name) => `readers of ${name} are switched to the new build` },
  accept: { run: acceptRebuild, done: (name) => `readers of ${name} are switched to the new build` },
  undo: { run: undoSwitch, done: (name) => `readers of ${name} are back on the build before` },
  cancel: { run: cancelRebuild, done: (name) => `the rebuild of ${name} is given up` },
};

/** `projections list | watch | rebuild NAME | switch NAME | undo NAME | cancel NAME`. */
export async function projectionsCommand([action = 'list', name]: string[]): Promise<void> {
  const command = Object.hasOwn(COMMANDS, action) ? COMMANDS[action] : undefined;
  if (!command && !['list', 'watch', 'rebuild'].includes(action))
    throw new UsageError(`projections ${action} is not known`);
  if ((command || action === 'rebuild') && !name) throw new UsageError('NAME of the projection is missing');
  const orm = await connectOrm(serverAddress('DATABASE_URL'), { poolSize: 2 });
  const eventLog = connectEventLog(serverAddress('EVENTSTORE_URL'));
  const ask = () => projectionsStatus(orm, eventLog);
  try {
    if (command) {
      await command.run(orm, name ?? '');
      process.stdout.write(`${command.done(name ?? '')}\n`);
    } else if (action === 'rebuild') await rebuild(orm, name ?? '', ask);
    else if (action === 'watch') await watchProjections(onStream(process.stdout, ask, untilInterrupted()));
    else process.stdout.write(projectionsTable(await ask()));
  } finally {
    await eventLog.close();
    await orm.close();
  }
}

/** Shows progress until readers are switched. A build that is held or has failed ends it in words. */
async function rebuild(orm: MikroORM, name: string, ask: () => Promise<ProjectionStatus[]>): Promise<void> {
  const from = (await ask()).find((projection) => projection.name === name)?.build;
  await requestRebuild(orm, name);
  const signal = untilInterrupted();
  process.stderr.write('Ctrl-C ends the watching, not the rebuild.\n');
  if (await watchRebuild({ name, from }, onStream(process.stderr, ask, signal))) {
    process.stdout.write(`${name} is rebuilt; readers are switched\n`);
    return;
  }
  process.stderr.write(
    `The rebuild of ${name} goes on: «projections watch» shows it, «projections cancel ${name}» gives it up.\n`,
  );
  process.exitCode = 130; // as a shell says it of what Ctrl-C ended
}

function onStream(stream: NodeJS.WriteStream, ask: Watching['ask'], signal: AbortSignal): Watching {
  return {
    ask,
    signal,
    isScreen: stream.isTTY,
    columns: () => stream.columns,
    write: (text) => void stream.write(text),
  };
}

function untilInterrupted(): AbortSignal {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  return interrupted.signal;
}
