import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { advanceTo, doDueWork } from './clock/due-work.js';
import { Clock } from './clock/clock.js';
import { answerControl } from './control/control.js';
import type { Double } from './double.js';
import type { CardFate } from './objects/kinds.js';
import { answerPage } from './pages/answer-page.js';
import { type FaultKind, Faults } from './requests/faults.js';
import { type Incoming, jsonReply, type Outcome } from './requests/reply.js';
import { answerApi } from './routes/answer.js';
import { Store } from './store/store.js';
import { Outbox } from './webhooks/outbox.js';

export interface StripeDoubleOptions {
  /** 0: a free one. */
  readonly port: number;
  readonly host?: string;
  /** Where a browser reaches it, for the addresses of its pages; by default where it listens. */
  readonly publicUrl?: string;
  /** The file that it keeps everything in; by default memory. */
  readonly file?: string;
  /** Without one the webhooks wait until one is told. */
  readonly webhookUrl?: string;
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** The clock that its own is counted from. */
  readonly now?: () => Date;
  /** How failed webhooks are tried again: 250 ms after the first, twice as long each time, at most 30 s, 16 times. */
  readonly retries?: {
    readonly firstPauseMs?: number;
    readonly longestPauseMs?: number;
    readonly tries?: number;
  };
}

export interface StripeDouble {
  readonly port: number;
  /** Without a trailing slash. */
  readonly url: string;
  readonly outbox: Pick<Outbox, 'mode' | 'setMode' | 'sendTo' | 'release' | 'counts'>;
  readonly faults: Pick<Faults, 'expect'>;
  /** The double's time, in seconds. */
  now(): number;
  /** Moves the clock forward and does what falls due on the way; says how many things that were. */
  advance(to: { readonly seconds: number } | { readonly to: number }): number;
  setCardFate(customer: string, fate: CardFate): void;
  close(): Promise<void>;
}
export type { CardFate, FaultKind };

const LARGEST_BODY = 1_000_000;
const LOOK_EVERY_MS = 1_000;

/** Stands in for Stripe on this machine: its endpoints that the product uses, a checkout page, a clock and webhooks. */
export async function startStripeDouble(options: StripeDoubleOptions): Promise<StripeDouble> {
  const store = new Store(options.file ?? ':memory:');
  const clock = new Clock(store, options.now ?? (() => new Date()));
  const { webhookSecret: secret, webhookUrl } = options;
  const outbox = new Outbox(store, { secret, url: webhookUrl, ...options.retries });
  const faults = new Faults();
  const host = options.host ?? '127.0.0.1';

  const answer = (asked: Incoming): Outcome => {
    if (asked.path.startsWith('/__double/')) return answerControl(double, faults, asked);
    if (asked.path.startsWith('/pages/')) return answerPage(double, asked);
    if (asked.path === '/health') return jsonReply(200, { status: 'ok' });
    return answerApi(double, faults, options.secretKey, asked);
  };
  const server = createServer((request, response) => {
    read(request)
      .then((asked) => send(response, asked === 'too large' ? TOO_LARGE : answer(asked)))
      .catch((error: unknown) => {
        if (response.headersSent || response.destroyed) return void response.destroy();
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        send(response, jsonReply(500, { error: { type: 'api_error', message } }));
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = options.publicUrl?.replace(/\/$/, '') ?? `http://${host}:${port}`;
  store.transaction(() => store.moveAddresses(url));
  const double: Double = { store, clock, outbox, url, asked: { id: null, key: null } };

  const catchUp = () => {
    doDueWork(double, clock.now);
    outbox.wake();
  };
  catchUp();
  const timer = setInterval(catchUp, LOOK_EVERY_MS).unref();
  return {
    port,
    url,
    outbox,
    faults,
    now: () => clock.now,
    advance: (wish) => advanceTo(double, 'to' in wish ? wish.to : clock.now + wish.seconds),
    setCardFate: (customer, fate) => store.putExtra('customer', customer, { fate }),
    close: async () => {
      clearInterval(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await outbox.close();
      store.close();
    },
  };
}

const TOO_LARGE = jsonReply(413, {
  error: { type: 'invalid_request_error', message: `A request may have at most ${LARGEST_BODY} bytes.` },
});

async function read(request: IncomingMessage): Promise<Incoming | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return 'too large';
    chunks.push(chunk);
  }
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send(response: ServerResponse, outcome: Outcome): void {
  if (outcome === 'silence') return;
  if (outcome === 'drop') return void response.destroy();
  const body = Buffer.from(outcome.body);
  response.writeHead(outcome.status, {
    ...outcome.headers,
    'content-length': body.length,
    'x-stripe-double': 'local simulation, no money moves',
  });
  response.end(body);
}
