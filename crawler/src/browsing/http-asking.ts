import { GotScrapingHttpClient } from 'crawlee';
import { NoAnswer } from './refusals.js';
import { USER_AGENT } from './visitor.js';

export interface HttpAnswer {
  readonly status: number;
  readonly url: string;
  readonly body: Buffer;
  /** Where a redirect leads, null for every other answer. */
  readonly movedTo: string | null;
}

/** One request over HTTP, without cookies: no look knows of another. */
export class HttpAsking {
  private readonly client = new GotScrapingHttpClient();

  constructor(private readonly answerTimeoutMs: number) {}

  /** Follows no redirect. @throws NoAnswer where no whole answer came in time. */
  async ask(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    try {
      const answer = await this.client.sendRequest({
        url,
        // A made-up browser's headers would only hide who asks.
        useHeaderGenerator: false,
        headers: { ...headers, 'user-agent': USER_AGENT },
        responseType: 'buffer',
        throwHttpErrors: false,
        followRedirect: false,
        timeout: { request: this.answerTimeoutMs },
        signal,
      });
      const location = answer.headers['location'];
      const isMoved = answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string';
      return {
        status: answer.statusCode,
        url,
        body: answer.body,
        movedTo: isMoved ? new URL(location, url).href : null,
      };
    } catch (error) {
      signal.throwIfAborted();
      throw this.noAnswer(error);
    }
  }

  private noAnswer(error: unknown): NoAnswer {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = error instanceof Error ? error.message : String(error);
    if (code === 'ETIMEDOUT')
      return new NoAnswer('unavailable', `No answer within ${this.answerTimeoutMs} ms`);
    // The connection ended before as many bytes came as were promised.
    if (/aborted|premature|content.length/i.test(message))
      return new NoAnswer('truncated', `The answer broke off: ${message}`);
    return new NoAnswer('unavailable', `No answer: ${code || message}`);
  }
}
