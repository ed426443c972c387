import { setTimeout as pause } from 'node:timers/promises';
import type { Bearer } from '../../backend/src/platform/testing/bearer.js';

export interface Figure {
  readonly keyword: string;
  readonly marketplace: string;
  readonly country: string;
  readonly observedAt: string;
  readonly source: string;
  readonly metrics: Record<string, unknown>;
}

/** One request to record figures, which is repeated until it is answered. */
export interface Post {
  readonly figures: readonly Figure[];
  readonly key: string | undefined;
}

export interface Answer {
  readonly accepted: number;
  readonly duplicates: number;
  /** Tries that were never answered: the API died with them. */
  readonly cutOff: number;
}

const PAUSE_MS = 20;
/** Busy, catching up, or a twin is being worked on: the API says when to come again. */
const COME_AGAIN = [409, 429, 503];

/** As a client of the API does: what is not answered is asked again, at whatever process stands behind the address now. */
export async function post(
  { figures, key }: Post,
  addressNow: () => Promise<string>,
  bearer: Bearer,
): Promise<Answer> {
  for (let cutOff = 0; ;) {
    const answer = await fetch(`${await addressNow()}/api/v1/observations`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(await bearer.headers()),
        ...(key && { 'idempotency-key': key }),
      },
      body: JSON.stringify({ observations: figures }),
    })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => undefined);
    if (answer?.status === 202) return { ...(JSON.parse(answer.text) as Omit<Answer, 'cutOff'>), cutOff };
    if (answer && !COME_AGAIN.includes(answer.status))
      throw new Error(`the API answered ${answer.status}: ${answer.text}`);
    if (!answer) cutOff += 1;
    await pause(PAUSE_MS);
  }
}
