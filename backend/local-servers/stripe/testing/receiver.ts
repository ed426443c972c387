import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

export const WEBHOOK_SECRET = 'whsec_of_the_specs';

/** Takes webhooks as the product would: by the SDK, over the raw body. */
export class Receiver {
  readonly events: Stripe.Event[] = [];
  /** So many of the next are answered with 500. */
  refuseNext = 0;
  url = '';
  private readonly stripe = new Stripe('sk_test_unused');
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (this.refuseNext > 0) {
        this.refuseNext -= 1;
        return void response.writeHead(500).end();
      }
      const header = request.headers['stripe-signature'] ?? '';
      this.events.push(this.stripe.webhooks.constructEvent(Buffer.concat(chunks), header, WEBHOOK_SECRET));
      response.writeHead(200).end();
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/webhooks`;
    return this;
  }

  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
