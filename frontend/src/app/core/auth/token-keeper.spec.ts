import { describe, expect, it } from '@jest/globals';
import { inTurn } from './one-at-a-time.js';
import { TokenKeeper, type Grant, type TokenKeeperParts } from './token-keeper.js';

const grant = (accessToken: string, expiresInS = 600): Grant => ({
  accessToken,
  expiresInS,
  workspaceId: 'w',
});

/** The server's side: one refresh token is good at a time; an old one ends the session, as the real one does. */
function world(alone: TokenKeeperParts['alone'] = inTurn()) {
  const seen = { exchanges: 0, atOnce: 0, mostAtOnce: 0, ended: 0, granted: [] as string[] };
  let nowMs = 0;
  let answer: (n: number, workspaceId?: string) => Promise<Grant | null> = (n) =>
    Promise.resolve(grant(`token-${n}`));
  let timers: { atMs: number; work: () => void }[] = [];
  const keeper = () =>
    new TokenKeeper({
      exchange: async (workspaceId) => {
        seen.exchanges += 1;
        seen.atOnce += 1;
        seen.mostAtOnce = Math.max(seen.mostAtOnce, seen.atOnce);
        try {
          return await answer(seen.exchanges, workspaceId);
        } finally {
          seen.atOnce -= 1;
        }
      },
      alone,
      nowMs: () => nowMs,
      later: (delayMs, work) => {
        const timer = { atMs: nowMs + delayMs, work };
        timers.push(timer);
        return () => (timers = timers.filter((t) => t !== timer));
      },
      onGrant: ({ accessToken }) => seen.granted.push(accessToken),
      onEnd: () => (seen.ended += 1),
    });
  const pass = async (ms: number) => {
    nowMs += ms;
    const due = timers.filter((timer) => timer.atMs <= nowMs);
    timers = timers.filter((timer) => timer.atMs > nowMs);
    for (const { work } of due) work();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { seen, keeper, pass, timers: () => timers.length, answers: (a: typeof answer) => (answer = a) };
}

describe('the token keeper', () => {
  it('exchanges the cookie once however many ask at the same moment', async () => {
    const { seen, keeper } = world();
    const one = keeper();
    expect(await Promise.all([one.fresh(), one.fresh(), one.insteadOf(null)])).toEqual(
      Array(3).fill('token-1'),
    );
    expect(seen.exchanges).toBe(1);
  });

  it('never exchanges in two tabs at once', async () => {
    const { seen, keeper } = world();
    await Promise.all([keeper().fresh(), keeper().fresh(), keeper().fresh()]);
    expect(seen).toMatchObject({ exchanges: 3, mostAtOnce: 1 });
  });

  it('renews the token 60 seconds before its end, not sooner', async () => {
    const { seen, keeper, pass } = world();
    const one = keeper();
    one.keep(grant('first'));
    await pass(539_000);
    expect(seen.exchanges).toBe(0);
    await pass(1_000);
    expect(one.token).toBe('token-1');
  });

  it('gives the token that came meanwhile in place of a refused one', async () => {
    const { seen, keeper } = world();
    const one = keeper();
    one.keep(grant('second'));
    expect(await one.insteadOf('first')).toBe('second');
    expect(await one.insteadOf('second')).toBe('token-1');
    expect(seen.exchanges).toBe(1);
  });

  it('says once that the session is over and stops renewing', async () => {
    const { seen, keeper, answers, timers } = world();
    const one = keeper();
    one.keep(grant('first'));
    answers(() => Promise.resolve(null));
    expect(await Promise.all([one.insteadOf('first'), one.insteadOf('first')])).toEqual([null, null]);
    expect(seen.ended).toBe(1);
    expect(timers()).toBe(0);
  });

  it('keeps the session where the server did not answer, and tries again', async () => {
    const { seen, keeper, answers, pass } = world();
    const one = keeper();
    one.keep(grant('first'));
    answers(() => Promise.reject(new Error('offline')));
    await pass(540_000);
    expect(seen.ended).toBe(0);
    expect(one.token).toBe('first');
    answers((n) => Promise.resolve(grant(`token-${n}`)));
    await pass(15_000);
    expect(one.token).toBe('token-2');
  });

  it('does not come back to life by an answer that arrives after signing out', async () => {
    const { seen, keeper, answers } = world();
    const one = keeper();
    let arrive: (grant: Grant) => void = () => undefined;
    answers(() => new Promise((resolve) => (arrive = resolve)));
    const asked = one.fresh();
    await new Promise((resolve) => setTimeout(resolve));
    one.drop();
    arrive(grant('late'));
    expect(await asked).toBeNull();
    expect(seen.granted).toEqual([]);
  });

  it('goes to another workspace only after the exchange that is under way', async () => {
    const { seen, keeper, answers } = world();
    const asked: (string | undefined)[] = [];
    answers((n, workspaceId) => {
      asked.push(workspaceId);
      return Promise.resolve(grant(`token-${n}`));
    });
    const one = keeper();
    await Promise.all([one.renew(), one.goTo('other')]);
    expect(asked).toEqual([undefined, 'other']);
    expect(seen.mostAtOnce).toBe(1);
    expect(one.token).toBe('token-2');
  });

  it('renews at once after a sleep that was longer than the token lived', async () => {
    const { keeper } = world();
    const one = keeper();
    one.keep(grant('first', -1));
    expect(await one.fresh()).toBe('token-1');
  });
});
