import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Answers } from './answers.js';
import { resultsPage } from './catalogue/results-page.js';
import { suggestionsFor } from './catalogue/suggestions.js';
import { readVisit, type Visit } from './hosts.js';
import { amazonSearchPage, amazonSuggestAnswer } from './pages/amazon-pages.js';
import { captchaReply, tooManyReply, unavailableReply, type Reply } from './pages/blocked-pages.js';
import { ebaySearchPage, ebaySuggestAnswer } from './pages/ebay-pages.js';
import { etsySearchPage, etsySuggestAnswer } from './pages/etsy-pages.js';
import { htmlPage } from './pages/html.js';

export interface Sandbox {
  readonly port: number;
  /** Without a trailing slash; `<url>/<real host>/…` is the imitation of that host. */
  readonly url: string;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** 0: a free one. */
  readonly port: number;
  readonly host?: string;
  /** What day the pages show; the clock by default. */
  readonly now?: () => Date;
}

const CONTROL = '/__sandbox/';
const KEPT_REQUESTS = 1_000;
const LARGEST_CONTROL_BODY = 10_000;

const json = (status: number, value: unknown): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

const robotsTxt = (refuses: boolean): Reply => ({
  status: 200,
  type: 'text/plain',
  body: `# Sandbox imitation\nUser-agent: *\n${refuses ? 'Disallow: /' : 'Disallow: /gp/cart'}\n`,
});

function pageReply(visit: Visit, at: Date): Reply {
  const { marketplace, country, asked } = visit;
  if (visit.page === 'search' && asked.trim() !== '') {
    const results = resultsPage({ keyword: asked, marketplace, country, at, page: visit.pageNumber });
    const draw = { amazon: amazonSearchPage, ebay: ebaySearchPage, etsy: etsySearchPage }[marketplace];
    return { status: 200, type: 'text/html; charset=utf-8', body: draw(visit, results) };
  }
  if (visit.page === 'suggest') {
    const suggestions = suggestionsFor({ prefix: asked, marketplace, country });
    if (marketplace === 'ebay')
      return { status: 200, type: 'text/javascript', body: ebaySuggestAnswer(visit, suggestions) };
    return json(
      200,
      marketplace === 'amazon'
        ? amazonSuggestAnswer(visit, suggestions)
        : etsySuggestAnswer(visit, suggestions),
    );
  }
  return {
    status: visit.path === '/' ? 200 : 404,
    type: 'text/html; charset=utf-8',
    body: htmlPage({
      host: visit.host,
      language: 'en',
      title: visit.host,
      body: '<p>Only searches and suggestions are imitated here.</p>',
    }),
  };
}

/** The local imitation of the marketplaces. What it is told at `/__sandbox/answers` it forgets when it closes. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const now = options.now ?? (() => new Date());
  const answers = new Answers();
  const requests: { host: string; path: string }[] = [];
  const closing = new AbortController();

  async function replyTo(visit: Visit): Promise<Reply> {
    requests.push({ host: visit.host, path: visit.path });
    if (requests.length > KEPT_REQUESTS) requests.shift();
    const { answer, delayMs } = answers.for(visit);
    if (visit.page === 'robots') return robotsTxt(answer === 'robots');
    if (answer === 'captcha') return captchaReply(visit);
    if (answer === '429') return tooManyReply(visit);
    if (answer === '503') return unavailableReply(visit);
    if (answer === 'slow') await wait(delayMs, undefined, { signal: closing.signal });
    const reply = pageReply(visit, now());
    return answer === 'truncated' ? { ...reply, body: reply.body.slice(0, reply.body.length >> 1) } : reply;
  }

  async function control(request: IncomingMessage): Promise<Reply> {
    const path = request.url?.slice(CONTROL.length);
    if (path === 'requests' && request.method === 'GET') return json(200, requests);
    if (path !== 'answers') return json(404, { error: 'there is only answers and requests' });
    if (request.method === 'DELETE') {
      answers.forget();
      return json(200, {});
    }
    if (request.method !== 'POST') return json(405, { error: 'POST a rule, or DELETE all of them' });
    let body = '';
    for await (const chunk of request) {
      body += String(chunk);
      if (body.length > LARGEST_CONTROL_BODY) return json(413, { error: 'the body is too large' });
    }
    const wrong = answers.tell(body);
    return wrong === undefined ? json(200, {}) : json(400, { error: wrong });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '/';
    if (target.startsWith(CONTROL)) return send(response, await control(request));
    const visit = readVisit(target, request.headers['accept-language']);
    if (!visit) return send(response, json(404, { error: `no imitated host in ${target.slice(0, 200)}` }));
    send(response, await replyTo(visit));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (closing.signal.aborted || response.headersSent) return void response.destroy();
      send(response, json(500, { error: error instanceof Error ? error.message : String(error) }));
    });
  });
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        closing.abort();
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, {
    'content-type': reply.type,
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-sandbox': 'imitation with made-up listings',
    ...reply.headers,
  });
  response.end(body);
}
