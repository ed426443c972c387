/** What the crawler is told by its environment. */
export interface Settings {
  readonly eventStoreUrl: string;
  readonly redisUrl: string;
  /** undefined: the marketplaces themselves are asked. */
  readonly sandboxUrl: string | undefined;
  readonly chromiumPath: string | undefined;
  /** Looks at the same time. */
  readonly concurrency: number;
  readonly answerTimeoutMs: number;
  readonly drawTimeoutMs: number;
  readonly graceMs: number;
}

/** One line that names the variable, what it got and what it wants. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

type Environment = Readonly<Record<string, string | undefined>>;

const shown = (value: string | undefined): string =>
  value === undefined || value === '' ? 'nothing' : `"${value.replace(/\/\/[^@/]*@/u, '//…@')}"`;

function bad(name: string, value: string | undefined, wanted: string): never {
  throw new BadSetting(`${name} is ${shown(value)}, wanted ${wanted}`);
}

function url(environment: Environment, name: string, protocols: readonly string[], example: string): string {
  const value = environment[name];
  const wanted = `an address such as ${example}`;
  if (!value || !URL.canParse(value)) bad(name, value, wanted);
  if (!protocols.includes(new URL(value).protocol)) bad(name, value, wanted);
  return value;
}

function whole(environment: Environment, name: string, fallback: number, from: number, to: number): number {
  const value = environment[name];
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  if (!/^\d+$/u.test(value) || number < from || number > to)
    bad(name, value, `a whole number from ${from} to ${to}`);
  return number;
}

/** @throws BadSetting */
export function readSettings(environment: Environment): Settings {
  const marketplaces = environment['MARKETPLACES'] || 'sandbox';
  if (marketplaces !== 'sandbox' && marketplaces !== 'live')
    bad('MARKETPLACES', marketplaces, '"sandbox" or "live"');
  return {
    eventStoreUrl: url(
      environment,
      'EVENTSTORE_URL',
      ['esdb:', 'esdb+discover:', 'kurrentdb:', 'kurrentdb+discover:', 'kdb:', 'kdb+discover:'],
      'esdb://127.0.0.1:2113?tls=false',
    ),
    redisUrl: url(environment, 'REDIS_URL', ['redis:', 'rediss:'], 'redis://127.0.0.1:6379'),
    sandboxUrl:
      marketplaces === 'live'
        ? undefined
        : url(environment, 'SANDBOX_URL', ['http:', 'https:'], 'http://127.0.0.1:4100'),
    chromiumPath: environment['CHROMIUM_PATH'] || undefined,
    concurrency: whole(environment, 'LOOKS_AT_ONCE', 4, 1, 64),
    answerTimeoutMs: whole(environment, 'LOOK_ANSWER_TIMEOUT_MS', 20_000, 100, 300_000),
    drawTimeoutMs: whole(environment, 'LOOK_DRAW_TIMEOUT_MS', 10_000, 100, 300_000),
    graceMs: whole(environment, 'SHUTDOWN_GRACE_MS', 5_000, 0, 300_000),
  };
}
