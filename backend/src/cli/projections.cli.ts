import { setTimeout as pause } from 'node:timers/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import { connectEventLog } from '../../event-log/eventstoredb/connect-event-log.js';
import { acceptRebuild, requestRebuild, undoSwitch } from '../../following/rebuild/rebuild-commands.js';
import { connectOrm } from '../../following/runner/connect-orm.js';
import { projectionsStatus, type ProjectionStatus } from '../../following/runner/projections-status.js';
import { serverAddress } from './servers.js';
import { UsageError } from './usage.js';

/** `projections list | rebuild NAME | undo NAME | accept NAME`. */
export async function projectionsCommand([action = 'list', name]: string[]): Promise<void> {
  if (action !== 'list' && !name) throw new UsageError('NAME of the projection is missing');
  const orm = await connectOrm(serverAddress('DATABASE_URL'), { poolSize: 2 });
  const eventLog = connectEventLog(serverAddress('EVENTSTORE_URL'));
  const ask = () => projectionsStatus(orm, eventLog);
  try {
    if (action === 'list') process.stdout.write(table(await ask()));
    else if (action === 'rebuild') await rebuild(orm, name ?? '', ask);
    else if (action === 'undo') await undoSwitch(orm, name ?? '');
    else if (action === 'accept') await acceptRebuild(orm, name ?? '');
    else throw new UsageError(`projections ${action} is not known`);
  } finally {
    await eventLog.close();
    await orm.close();
  }
}

const HEAD = ['name', 'version', 'build', 'status', 'position', 'lag', 'events/s', 'rebuild'];

function table(projections: readonly ProjectionStatus[]): string {
  const lines = projections.map((projection) => [
    projection.name,
    String(projection.version),
    String(projection.build),
    projection.error ? `${projection.status}: ${projection.error}` : projection.status,
    projection.position ?? '-',
    String(projection.lag),
    String(Math.round(projection.eventsPerSecond)),
    projection.rebuild ? `${projection.rebuild.percent.toFixed(1)} %` : '',
  ]);
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  return [HEAD, ...lines]
    .map((line) => `${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`)
    .join('');
}

/** Shows progress until readers are switched. A build that is held or has failed ends it in words. */
async function rebuild(orm: MikroORM, name: string, ask: () => Promise<ProjectionStatus[]>): Promise<void> {
  const find = async () => (await ask()).find((projection) => projection.name === name);
  const before = await find();
  await requestRebuild(orm, name);
  for (;;) {
    const now = await find();
    if (now && now.build !== before?.build && !now.rebuild) break;
    const { rebuild: state } = now ?? {};
    if (state?.error) throw new Error(`the rebuild of ${name} stopped: ${state.error}`);
    if (state?.status === 'held')
      throw new Error(
        `the new build has fewer rows and is held: compare, then «projections accept ${name}».`,
      );
    const left = state?.etaS == null ? '' : `, ${Math.ceil(state.etaS)} s left`;
    process.stderr.write(
      `… ${(state?.percent ?? 0).toFixed(1)} %, ${Math.round(state?.eventsPerSecond ?? 0)} events/s${left}\n`,
    );
    await pause(1_000);
  }
  process.stdout.write(`${name} is rebuilt; readers are switched\n`);
}
