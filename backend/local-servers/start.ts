import { join } from 'node:path';
import { banner } from './banner.js';
import { seedDemo } from './demo-seed/seed-demo.js';
import { migrate } from './migrate.js';
import { startNodeProcess, type RunningProcess } from './node-process.js';
import { startPostgres } from './postgres.js';
import { startRedis } from './redis.js';
import { freePort, readOrMakeSecrets, RunFile, type Addresses, type Secrets } from './run-file.js';
import { requireAnswer } from './reachable.js';
import { readSettings, type Settings } from './settings.js';
import { Supervised } from './supervised.js';

// What `npm start` runs, in order: servers, tables, programs, demo. Stopping goes the other way round.

const PROGRAMS = [
  ['projector', 'backend/src/main.projector.js'],
  ['api', 'backend/src/main.api.js'],
  ['reactor', 'backend/src/main.reactor.js'],
  ['crawler', 'crawler/src/main.js'],
] as const;

const running: Pick<Supervised<RunningProcess>, 'name' | 'stop'>[] = [];
const leaving = new AbortController();
let stopping: Promise<void> | undefined;

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Starts it and keeps it running; `start` must lead to the same address each time. */
async function keep<T extends RunningProcess>(
  runFile: RunFile,
  name: string,
  start: () => Promise<T>,
): Promise<T> {
  const { supervised, started } = await Supervised.start({
    name,
    start,
    onStarted: (process) => runFile.add(process),
    say,
    onGivenUp: () => void stopAll(runFile, 1),
  });
  running.push(supervised);
  return started;
}

function stopAll(runFile: RunFile, exitCode: number): Promise<void> {
  stopping ??= (async () => {
    say('stopping…');
    leaving.abort();
    // Programs first, side by side; then what they stand on, last started first.
    const isProgram = ({ name }: { name: string }) => PROGRAMS.some(([program]) => program === name);
    await Promise.all(running.filter(isProgram).map((program) => program.stop()));
    for (const server of running.filter((started) => !isProgram(started)).reverse()) await server.stop();
    runFile.remove();
    process.exit(exitCode);
  })();
  return stopping;
}

type ProgramEnv = NodeJS.ProcessEnv & Omit<Addresses, 'payments'>;

async function startServers(settings: Settings, runFile: RunFile): Promise<ProgramEnv> {
  const secrets = readOrMakeSecrets(settings.DATA_DIR);
  const logFolder = join(settings.DATA_DIR, 'logs');
  const common = { ...process.env, DIGITALLZ_RUN: runFile.run, DATA_DIR: settings.DATA_DIR };

  const databaseUrl = settings.DATABASE_URL ?? (await startDatabase(settings, runFile, secrets));
  const redisUrl = settings.REDIS_URL ?? (await startQueueServer(settings, runFile, secrets));
  const startProgram = async (name: string, program: string, env: NodeJS.ProcessEnv, ready: RegExp) =>
    keep(runFile, name, () =>
      startNodeProcess({ name, program, env: { ...common, ...env }, logFolder, ready }),
    );
  const eventStoreUrl =
    settings.EVENTSTORE_URL ??
    (
      await startProgram(
        'eventstore',
        'backend/event-log/embedded/main.js',
        { EVENTSTORE_PORT: String(await freePort('EVENTSTORE_PORT', settings.EVENTSTORE_PORT)) },
        /(esdb:\/\/\S+)/,
      )
    ).answer;
  const sandboxUrl =
    settings.MARKETPLACES === 'live'
      ? undefined
      : (
          await startProgram(
            'sandbox',
            'backend/local-servers/sandbox/main.js',
            { SANDBOX_PORT: String(await freePort('SANDBOX_PORT', settings.SANDBOX_PORT)) },
            /(http:\/\/[^\s"]+)/,
          )
        ).answer;

  const payments = settings.STRIPE_SECRET_KEY ? {} : await startPayments(settings, secrets, startProgram);

  const addresses = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, EVENTSTORE_URL: eventStoreUrl };
  runFile.tell({ ...addresses, payments });
  return {
    ...common,
    ...addresses,
    ...(sandboxUrl && { SANDBOX_URL: sandboxUrl }),
    ...payments,
    MARKETPLACES: settings.MARKETPLACES,
    EXPECTED_PROGRAMS: PROGRAMS.map(([name]) => name)
      .filter((name) => name !== 'api')
      .join(','),
    DEMO: String(settings.DEMO),
    PORT: String(settings.PORT),
    HOST: settings.HOST,
    CURSOR_SECRET: process.env['CURSOR_SECRET'] ?? secrets.cursorSecret,
    MASTER_KEYS: process.env['MASTER_KEYS'] ?? secrets.masterKeys,
    KEY_RING_FILE: process.env['KEY_RING_FILE'] ?? join(settings.DATA_DIR, 'keys', 'key-ring.db'),
    ...(settings.DEMO && {
      DEMO_EMAIL: settings.DEMO_EMAIL,
      DEMO_PASSWORD: settings.DEMO_PASSWORD ?? secrets.demoPassword,
    }),
    MAIL_OUTBOX: process.env['MAIL_OUTBOX'] ?? join(settings.DATA_DIR, 'outbox'),
    PUBLIC_URL: process.env['PUBLIC_URL'] ?? addressOf(settings),
  };
}

type StartProgram = (
  name: string,
  program: string,
  env: NodeJS.ProcessEnv,
  ready: RegExp,
) => Promise<{ readonly answer: string }>;

/** Without keys billing runs against a double of Stripe: nobody is asked for a card, and no money moves. */
async function startPayments(settings: Settings, secrets: Secrets, startProgram: StartProgram) {
  const keys = {
    STRIPE_SECRET_KEY: `sk_test_${secrets.stripeDouble}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${secrets.stripeDouble}`,
  };
  const { answer } = await startProgram(
    'payments',
    'backend/local-servers/stripe/main.js',
    {
      ...keys,
      STRIPE_DOUBLE_PORT: String(await freePort('STRIPE_DOUBLE_PORT', settings.STRIPE_DOUBLE_PORT)),
      STRIPE_WEBHOOK_URL: `${addressOf(settings)}/api/v1/webhooks/stripe`,
    },
    /(http:\/\/\S+)/,
  );
  return { ...keys, STRIPE_API_BASE: answer };
}

async function startDatabase(settings: Settings, runFile: RunFile, secrets: Secrets): Promise<string> {
  const options = {
    folder: join(settings.DATA_DIR, 'postgres'),
    port: await freePort('PG_PORT', settings.PG_PORT),
    password: secrets.postgresPassword,
    database: 'digitallz',
  };
  return (await keep(runFile, 'postgres', () => startPostgres(options))).url;
}

async function startQueueServer(settings: Settings, runFile: RunFile, secrets: Secrets): Promise<string> {
  const options = {
    folder: join(settings.DATA_DIR, 'redis'),
    port: await freePort('REDIS_PORT', settings.REDIS_PORT),
    password: secrets.redisPassword,
  };
  return (await keep(runFile, 'redis', () => startRedis(options))).url;
}

const addressOf = ({ HOST, PORT }: Settings): string =>
  `http://${HOST === '0.0.0.0' ? '127.0.0.1' : HOST}:${PORT}`;

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
      PROGRAMS.map(([name, program]) =>
        keep(runFile, name, () =>
          startNodeProcess({ name, program, env, logFolder, ready: /ready|listening/i }),
        ),
      ),
    );
    if (settings.DEMO)
      await seedDemo(env.EVENTSTORE_URL, {
        say,
        until: settings.DEMO_TIME,
        keywords: settings.DEMO_KEYWORDS,
        signal: leaving.signal,
      });
    const address = addressOf(settings);
    await waitUntilReady(address);
    const outbox = env['SMTP_URL'] ? undefined : env['MAIL_OUTBOX'];
    const demo = settings.DEMO
      ? { email: settings.DEMO_EMAIL, password: env['DEMO_PASSWORD'] ?? '' }
      : undefined;
    if (!stopping) process.stdout.write(banner({ address, settings, demo, outbox }));
  } catch (error) {
    if (!stopping) say(error instanceof Error ? error.message : String(error));
    await stopAll(runFile, 1);
  }
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
