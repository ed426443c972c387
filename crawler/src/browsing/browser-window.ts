import { BrowserPool, PlaywrightPlugin } from 'crawlee';
import { existsSync } from 'node:fs';
import { chromium, type Page, type Route } from 'playwright';
import type { Gate } from './gate.js';
import { NoAnswer, RefusedByRobots } from './refusals.js';
import { USER_AGENT } from './visitor.js';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = [
  // The pool would lead every request through a proxy of its own, whose failures look like the host's.
  '--no-proxy-server',
  '--disable-background-networking', '--disable-component-update', '--disable-gpu', '--disable-sync', '--no-first-run',
]; // prettier-ignore

/** A browser grows with every page; it is replaced after so many. */
const PAGES_PER_BROWSER = 500;
const KEPT_WARM_S = 3_600;
const START_TIMEOUT_S = 60;

/** Only what can draw the numbers is fetched: pictures, fonts, styles and frames would be asked for in vain. */
const WANTED = new Set(['script', 'xhr', 'fetch']);

export interface BrowserTimes {
  readonly answerMs: number;
  /** How long the page's scripts may take to draw what it has. */
  readonly drawMs: number;
}

const executablePath = (configured: string | undefined): { executablePath?: string } => {
  const path = configured ?? (existsSync(DEBIAN_CHROMIUM) ? DEBIAN_CHROMIUM : undefined);
  return path === undefined ? {} : { executablePath: path };
};

function openPool(chromiumPath: string | undefined) {
  const plugin = new PlaywrightPlugin(chromium, {
    // Each page has a context, and so cookies, of its own.
    useIncognitoPages: true,
    launchOptions: {
      headless: true,
      // The crawler ends its looks before it closes the browser, whatever signal it got.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: process.getuid?.() === 0 ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS,
      ...executablePath(chromiumPath),
    },
  });
  return new BrowserPool({
    browserPlugins: [plugin],
    // Looking like somebody else is no part of this product.
    useFingerprints: false,
    retireBrowserAfterPageCount: PAGES_PER_BROWSER,
    retireInactiveBrowserAfterSecs: KEPT_WARM_S,
    closeInactiveBrowserAfterSecs: KEPT_WARM_S,
    operationTimeoutSecs: START_TIMEOUT_S,
  });
}

/** Pages whose numbers are drawn by script, seen through a Chromium that stays open between the looks. */
export class BrowserWindow {
  private pool: ReturnType<typeof openPool> | undefined;

  constructor(
    private readonly gate: Gate,
    private readonly times: BrowserTimes,
    private readonly chromiumPath: string | undefined,
  ) {}

  /**
   * The document after `readyWhen` matched, or as it is when the time for drawing is over. An answer that is cut off is
   * given as it came, for a browser would mend it.
   * @throws NoAnswer where no answer came in time.
   */
  async see(
    url: string,
    headers: Readonly<Record<string, string>>,
    readyWhen: string | null,
    signal: AbortSignal,
  ): Promise<{ status: number; url: string; body: string }> {
    this.pool ??= openPool(this.chromiumPath);
    const page = await this.pool.newPage({
      pageOptions: { userAgent: USER_AGENT, serviceWorkers: 'block', extraHTTPHeaders: languageOf(headers) },
    });
    const close = (): void => void page.close().catch(() => undefined); // closing twice is no trouble
    signal.addEventListener('abort', close, { once: true });
    try {
      signal.throwIfAborted();
      await page.route('**/*', (route) => this.admit(route, signal));
      return await this.look(page, url, readyWhen);
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      signal.removeEventListener('abort', close);
      close();
    }
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
    this.pool = undefined;
  }

  private async look(page: Page, url: string, readyWhen: string | null) {
    const answer = await page
      .goto(url, { waitUntil: 'domcontentloaded', timeout: this.times.answerMs })
      .catch((error: unknown) => Promise.reject(this.noAnswer(error)));
    if (!answer) throw new NoAnswer('unavailable', 'The browser got no answer');
    const came = await answer.text().catch((error: unknown) => Promise.reject(this.noAnswer(error)));
    const seen = { status: answer.status(), url: page.url() };
    if (!/<\/html\s*>/i.test(came)) return { ...seen, body: came };
    if (readyWhen !== null && answer.ok())
      // Where it never matches, the parser names what the page is instead.
      await page
        .waitForSelector(readyWhen, { state: 'attached', timeout: this.times.drawMs })
        .catch(ignoreTimeout);
    return { ...seen, body: await page.content() };
  }

  /** The page itself has passed the gate; what it asks for further has to, too. */
  private async admit(route: Route, signal: AbortSignal): Promise<void> {
    const request = route.request();
    try {
      if (request.isNavigationRequest() && request.frame().parentFrame() === null)
        return await route.continue();
      if (!WANTED.has(request.resourceType())) return await route.abort();
      await this.gate.pass(request.url(), signal);
      await route.continue();
    } catch (error) {
      if (error instanceof RefusedByRobots || error instanceof NoAnswer) await route.abort();
      // Otherwise the page was closed while the request waited: there is nobody left to answer.
    }
  }

  private noAnswer(error: unknown): Error {
    const message = error instanceof Error ? error.message : String(error);
    if (/Timeout \d+ms exceeded/.test(message))
      return new NoAnswer('unavailable', `No answer within ${this.times.answerMs} ms`);
    const code = /net::(ERR_[A-Z_]+)/.exec(message)?.[1];
    if (code === undefined) return error instanceof Error ? error : new Error(message);
    const isCut = /CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED/.test(code);
    return new NoAnswer(isCut ? 'truncated' : 'unavailable', `No answer: ${code}`);
  }
}

/** The browser sets its own `accept` for each kind of request. */
const languageOf = (headers: Readonly<Record<string, string>>): Record<string, string> => {
  const language = headers['accept-language'];
  return language === undefined ? {} : { 'accept-language': language };
};

function ignoreTimeout(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
}
