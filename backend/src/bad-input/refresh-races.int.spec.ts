import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { connectOrm } from '../../following/database/connect-orm.js';
import { startTestPostgres, type TestPostgres } from '../../following/testing/test-postgres.js';
import { SessionStore, type OpenedSession } from '../features/accounts/sessions/session-store.js';

const RACES = 10_000;
const AT_ONCE = 40;

let postgres: TestPostgres;
let orm: MikroORM;
let store: SessionStore;
beforeAll(async () => {
  postgres = await startTestPostgres();
  orm = await connectOrm(await postgres.createDatabase(), { poolSize: 16 });
  store = new SessionStore(orm);
}, 60_000);
afterAll(async () => {
  await orm?.close();
  await postgres?.stop();
}, 30_000);

/** What is seen from outside: which token was exchanged how often, for what, and who was told of a reuse. */
class Witness {
  asked = 0;
  readonly exchanges = new Map<string, number>();
  readonly handedOut = new Set<string>();
  readonly reused = new Set<string>();
  readonly firstToTell = new Map<string, number>();
  repeats = 0;

  handOut(token: string): void {
    if (this.handedOut.has(token)) this.repeats += 1;
    this.handedOut.add(token);
  }

  /** Exchanges a token; with the next one if there is one. */
  async exchange(token: string): Promise<string | undefined> {
    this.asked += 1;
    const exchanged = await store.exchange(token);
    if (exchanged.kind === 'exchanged') {
      this.exchanges.set(token, (this.exchanges.get(token) ?? 0) + 1);
      this.handOut(exchanged.session.refreshToken);
      return exchanged.session.refreshToken;
    }
    if (exchanged.kind === 'reused') {
      this.reused.add(exchanged.sessionId);
      if (exchanged.wasOpen)
        this.firstToTell.set(exchanged.sessionId, (this.firstToTell.get(exchanged.sessionId) ?? 0) + 1);
    }
    return undefined;
  }

  /** Exchanges what it gets on and on, as a page does that stays open. */
  async follow(token: string, steps: number): Promise<readonly string[]> {
    const chain = [token];
    for (let step = 0; step < steps; step += 1) {
      const next = await this.exchange(chain.at(-1) ?? '');
      if (next === undefined) break;
      chain.push(next);
    }
    return chain;
  }
}

const open = async (witness: Witness): Promise<OpenedSession> => {
  const session = await store.open(randomUUID(), randomUUID(), 'sealed');
  witness.handOut(session.refreshToken);
  return session;
};

/** A few honest steps, then several holders of one token at once, each going on with what they get, and now and then one of long ago. */
async function raceFor(witness: Witness, { refreshToken }: OpenedSession, which: number): Promise<void> {
  const chain = await witness.follow(refreshToken, which % 4);
  const last = chain.at(-1) ?? '';
  const holders = Array.from({ length: 2 + (which % 5) }, () => witness.follow(last, 3));
  const late = which % 3 === 0 && chain.length > 1 ? [witness.follow(refreshToken, 1)] : [];
  await Promise.all([...holders, ...late]);
}

describe('refresh tokens', () => {
  it('10,000 interleaved refresh races mint no token twice', async () => {
    const witness = new Witness();
    const raced: OpenedSession[] = [];
    const honest: { session: OpenedSession; last: string }[] = [];
    for (let batch = 0; witness.asked < RACES; batch += 1) {
      const sessions = await Promise.all(Array.from({ length: AT_ONCE }, () => open(witness)));
      const alone = await open(witness);
      const [followed] = await Promise.all([
        witness.follow(alone.refreshToken, 5),
        ...sessions.map((session, place) => raceFor(witness, session, batch + place)),
      ]);
      raced.push(...sessions);
      honest.push({ session: alone, last: followed.at(-1) ?? '' });
    }
    expect(witness.asked).toBeGreaterThanOrEqual(RACES);
    expect(witness.repeats).toBe(0);
    expect([...witness.exchanges.values()].filter((times) => times > 1)).toEqual([]);
    // whoever used a token that was spent ended the session, for all who hold a token of it, and it is told once
    expect(raced.filter(({ sessionId }) => !witness.reused.has(sessionId))).toEqual([]);
    expect([...new Set(witness.firstToTell.values())]).toEqual([1]);
    expect(witness.firstToTell.size).toBe(raced.length);
    const ended = await Promise.all(raced.map(({ sessionId }) => store.isOpen(sessionId)));
    expect(ended.filter((accountId) => accountId !== undefined)).toEqual([]);
    // and nobody else's
    for (const { session, last } of honest) {
      expect(await store.isOpen(session.sessionId)).toBe(session.accountId);
      expect((await store.exchange(last)).kind).toBe('exchanged');
    }
  }, 120_000);
});
