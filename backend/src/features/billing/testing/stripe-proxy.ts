import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the product asked of Stripe. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly idempotencyKey: string | undefined;
}

export interface StripeProxy {
  readonly url: string;
  readonly passed: readonly Passed[];
  /**
   * The next answer of Stripe to such a request is held back. Resolves once Stripe has answered, with the way to let whoever asked go without
   * an answer.
   */
  hold(method: string, path: RegExp): Promise<() => void>;
  close(): Promise<void>;
}

interface Held {
  readonly method: string;
  readonly path: RegExp;
  readonly answered: (letGo: () => void) => void;
}

/** Stands between the product and the double: writes down what is asked, and can hold an answer back. */
export async function startStripeProxy(doubleUrl: string): Promise<StripeProxy> {
  const passed: Passed[] = [];
  const held: Held[] = [];
  const pass = (asked: IncomingMessage, answer: ServerResponse): void => {
    const { method = 'GET', url: path = '/', headers } = asked;
    const key = headers['idempotency-key'];
    passed.push({ method, path, idempotencyKey: typeof key === 'string' ? key : undefined });
    const onward = request(doubleUrl + path, { method, headers }, (got) => {
      const chunks: Buffer[] = [];
      got.on('data', (chunk: Buffer) => chunks.push(chunk));
      got.on('end', () => {
        const place = held.findIndex((one) => one.method === method && one.path.test(path));
        const [waiting] = place < 0 ? [] : held.splice(place, 1);
        if (waiting) return waiting.answered(() => void answer.destroy());
        answer.writeHead(got.statusCode ?? 502, got.headers).end(Buffer.concat(chunks));
      });
    });
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    hold: (method, path) =>
      new Promise((resolve) => {
        held.push({ method, path, answered: resolve });
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
