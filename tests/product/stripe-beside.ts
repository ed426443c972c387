import { Command, newDataFolder, removeFolder } from './product.js';

const SECRET = '0123456789abcdef0123456789abcdef';
const KEYS = { STRIPE_SECRET_KEY: `sk_test_${SECRET}`, STRIPE_WEBHOOK_SECRET: `whsec_${SECRET}` };

/** A double of Stripe that the product did not start: it knows it by its address and keys, as it would know the real one. */
export class StripeBeside {
  private constructor(
    private readonly command: Command,
    private readonly folder: string,
    private readonly url: string,
  ) {}

  static async start(): Promise<StripeBeside> {
    const folder = newDataFolder();
    const command = new Command(['run', 'stripe-double'], { ...KEYS, DATA_DIR: folder });
    const [, url = ''] = await command.says(/Stripe double ready: (http:\/\/\S+)/, 60_000);
    return new StripeBeside(command, folder, url);
  }

  /** What the product must be started with. */
  get env(): NodeJS.ProcessEnv {
    return { ...KEYS, STRIPE_API_BASE: this.url };
  }

  /** Tells it where the product takes webhooks. */
  async leadTo({ address }: { readonly address: string }): Promise<void> {
    const answer = await fetch(`${this.url}/__double/webhooks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: `${address}/api/v1/webhooks/stripe` }),
    });
    if (!answer.ok) throw new Error(`the double of Stripe answered ${answer.status}`);
  }

  async close(): Promise<void> {
    await this.command.interrupt();
    removeFolder(this.folder);
  }
}
