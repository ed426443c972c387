import { join } from 'node:path';
import { banner } from './banner.js';
import { seedDemo } from './demo-seed/seed-demo.js';
import { migrate } from './migrate.js';
import { startNodeProcess, type RunningProcess } from './node-process.js';
import { startPostgres } from './postgres.js';
import { startRedis } from './redis.js';
import { freePort, readOrMakeSecrets, RunFile, type Addresses } from './run-file.js';
import { requireAnswer } from './reachable.js';
import { readSettings, type Settings } from './settings.js';

// What `npm start` runs, in order: servers, tables, programs, demo. Stopping goes the other way round.

const PROGRAMS = [
  ['projector', 'backend/src/main.projector.js'],
  ['api', 'backend/src/main.api.js'],
  ['reactor', 'backend/src/main.reactor.js'],
  ['crawler', 'crawler/src/main.js'],
] as const;

const running: RunningProcess[] = [];
let stopping: Promise<void> | undefined;

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function keep<T extends RunningProcess>(runFile: RunFile, started: T): T {
  running.push(started);
  runFile.add(started);
  void started.ended.then((how) => {
    if (stopping) return;
    say(`${started.name} ended unexpectedly (${how}); see the log folder. Stopping.`);
    void stopAll(runFile, 1);
  });
  return started;
}

function stopAll(runFile: RunFile, exitCode: number): Promise<void> {
  stopping ??= (async () => {
    say('stopping…');
    // Programs first, side by side; then what they stand on, last started first.
    const isProgram = (started: RunningProcess) => PROGRAMS.some(([name]) => name === started.name);
    await Promise.all(running.filter(isProgram).map((program) => program.stop()));
    for (const server of running.filter((started) => !isProgram(started)).reverse()) await server.stop();
    runFile.remove();
    process.exit(exitCode);
  })();
  return stopping;
}

type ProgramEnv = NodeJS.ProcessEnv & Addresses;

async function startServers(settings: Settings, runFile: RunFile): Promise<ProgramEnv> {
  const secrets = readOrMakeSecrets(settings.DATA_DIR);
  const logFolder = join(settings.DATA_DIR, 'logs');
  const common = { ...process.env, DIGITALLZ_RUN: runFile.run, DATA_DIR: settings.DATA_DIR };

  const databaseUrl =
    settings.DATABASE_URL ??
    keep(
      runFile,
      await startPostgres({
        folder: join(settings.DATA_DIR, 'postgres'),
        port: await freePort('PG_PORT', settings.PG_PORT),
        password: secrets.postgresPassword,
        database: 'digitallz',
      }),
    ).url;
  const redisUrl =
    settings.REDIS_URL ??
    keep(
      runFile,
      await startRedis({
        folder: join(settings.DATA_DIR, 'redis'),
        port: await freePort('REDIS_PORT', settings.REDIS_PORT),
        password: secrets.redisPassword,
      }),
    ).url;
  const eventStoreUrl =
    settings.EVENTSTORE_URL ??
    keep(
      runFile,
      await startNodeProcess({
        name: 'eventstore',
        program: 'backend/event-log/embedded/main.js',
        env: {
          ...common,
          EVENTSTORE_PORT: String(await freePort('EVENTSTORE_PORT', settings.EVENTSTORE_PORT)),
        },
        logFolder,
        ready: /(esdb:\/\/\S+)/,
      }),
    ).answer;
  const sandboxUrl =
    settings.MARKETPLACES === 'live'
      ? undefined
      : keep(
          runFile,
          await startNodeProcess({
            name: 'sandbox',
            program: 'backend/local-servers/sandbox/main.js',
            env: { ...common, SANDBOX_PORT: String(await freePort('SANDBOX_PORT', settings.SANDBOX_PORT)) },
            logFolder,
            ready: /(http:\/\/[^\s"]+)/,
          }),
        ).answer;

  const addresses = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, EVENTSTORE_URL: eventStoreUrl };
  runFile.tell(addresses);
  return {
    ...common,
    ...addresses,
    ...(sandboxUrl && { SANDBOX_URL: sandboxUrl }),
    MARKETPLACES: settings.MARKETPLACES,
    DEMO: String(settings.DEMO),
    PORT: String(settings.PORT),
    HOST: settings.HOST,
    CURSOR_SECRET: process.env['CURSOR_SECRET'] ?? secrets.cursorSecret,
  };
}

async function waitUntilReady(address: string): Promise<void> {
  let told = '';
  while (!stopping) {
    const response = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (response?.status === 200) return;
    const problem = (await response?.json().catch(() => undefined)) as { detail?: string } | undefined;
    if (problem?.detail && problem.detail !== told) say(`… ${(told = problem.detail)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  settings.PORT = await freePort('PORT', settings.PORT, settings.HOST);
  const runFile = new RunFile(settings.DATA_DIR);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const)
    process.on(signal, () => void stopAll(runFile, 0));
  try {
    for (const variable of ['DATABASE_URL', 'REDIS_URL', 'EVENTSTORE_URL'] as const) {
      const address = settings[variable];
      if (address) await requireAnswer(variable, address);
    }
    say('… starting PostgreSQL, Redis, the event store and the sandbox marketplaces');
    const env = await startServers(settings, runFile);
    await migrate(env.DATABASE_URL);
    say('… starting API, projector, reactor and crawler');
    const logFolder = join(settings.DATA_DIR, 'logs');
    await Promise.all(
      PROGRAMS.map(async ([name, program]) =>
        keep(runFile, await startNodeProcess({ name, program, env, logFolder, ready: /ready|listening/i })),
      ),
    );
    if (settings.DEMO) await seedDemo(env.EVENTSTORE_URL, say);
    const address = `http://${settings.HOST === '0.0.0.0' ? '127.0.0.1' : settings.HOST}:${settings.PORT}`;
    await waitUntilReady(address);
    if (!stopping) process.stdout.write(banner({ address, settings }));
  } catch (error) {
    if (!stopping) say(error instanceof Error ? error.message : String(error));
    await stopAll(runFile, 1);
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
