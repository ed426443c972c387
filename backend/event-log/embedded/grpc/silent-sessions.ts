import type { ServerHttp2Session } from 'node:http2';

/** How long the server bears with a peer that holds a connection and says nothing. */
export interface Patience {
  /** Until it has said that it speaks HTTP/2. */
  readonly greetingMs: number;
  /** Until a live connection is asked for a sign of life, and again until it must have given one. */
  readonly pingMs: number;
}
export const DEFAULT_PATIENCE: Patience = { greetingMs: 10_000, pingMs: 60_000 };

/**
 * Ends a connection whose peer does not greet, or later does not answer a ping: one that is gone without a word, or stopped in
 * half a frame. Clients may rest as long as they like, since their libraries answer pings for them.
 */
export function cutOffWhenSilent(session: ServerHttp2Session, { greetingMs, pingMs }: Patience): void {
  const greeting = setTimeout(() => {
    session.destroy();
  }, greetingMs);
  session.once('remoteSettings', () => {
    clearTimeout(greeting);
  });
  let isAsked = false;
  const asking = setInterval(() => {
    if (!isAsked) {
      isAsked = session.ping(() => {
        isAsked = false;
      });
      return;
    }
    // This process may have been busy itself: what has arrived meanwhile is read first.
    setImmediate(() => {
      if (isAsked) session.destroy();
    });
  }, pingMs).unref();
  session.once('close', () => {
    clearTimeout(greeting);
    clearInterval(asking);
  });
}
