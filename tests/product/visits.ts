import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { PERSON_ENV } from '../../backend/src/platform/testing/bearer.js';
import type { Product } from './product.js';

const WAIT_MS = 60_000;

export interface Visit {
  readonly width?: number;
  readonly locale?: string;
}

/** Fills in the sign-in page and waits for what comes after it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
}

/** A real browser and the people who use it. Whatever breaks the content security policy or throws is remembered. */
export class Visits {
  readonly problems: string[] = [];
  /** One for each language: whoever signs in anew for each page is soon slowed down. */
  private readonly signedIn = new Map<string, Promise<BrowserContext>>();

  private constructor(
    private readonly browser: Browser,
    private readonly product: () => Pick<Product, 'address'>,
  ) {}

  static async launch(product: () => Pick<Product, 'address'>): Promise<Visits> {
    const browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
    return new Visits(browser, product);
  }

  /** A page of somebody who has never been here. Close its context in the end. */
  async stranger(path: string, { width = 1440, locale = 'en-US' }: Visit = {}): Promise<Page> {
    const context = await this.newContext(locale);
    return this.openIn(context, path, width);
  }

  /** A page of the demo account. Close the page alone: others use its context, too. */
  async owner(path: string, { width = 1440, locale = 'en-US' }: Visit = {}): Promise<Page> {
    let context = this.signedIn.get(locale);
    if (!context) {
      context = this.signInOwner(locale);
      this.signedIn.set(locale, context);
    }
    return this.openIn(await context, path, width);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private async signInOwner(locale: string): Promise<BrowserContext> {
    const context = await this.newContext(locale);
    const page = await this.openIn(context, '/sign-in', 1440);
    await signIn(page, PERSON_ENV.DEMO_EMAIL, PERSON_ENV.DEMO_PASSWORD);
    await page.getByTestId('account').waitFor();
    await page.close();
    return context;
  }

  private async newContext(locale: string): Promise<BrowserContext> {
    const context = await this.browser.newContext({ locale });
    context.setDefaultTimeout(WAIT_MS);
    return context;
  }

  private async openIn(context: BrowserContext, path: string, width: number): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    page.on('pageerror', (error) => this.problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && /content security|refused/i.test(message.text()))
        this.problems.push(message.text());
    });
    await page.goto(`${this.product().address}${path}`);
    return page;
  }
}
