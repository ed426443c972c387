import { describe, expect, it, jest } from '@jest/globals';
import { runTrials } from './trials.js';

// Forty of the thousand kill trials; `npm run bench -- faults` runs them all.

jest.setTimeout(300_000);

describe('kill trials', () => {
  it.each([
    { kind: 'append', count: 12, fault: 'the event store is killed while clients append' },
    { kind: 'projection', count: 12, fault: 'the projector is killed at a statement or a moment' },
    { kind: 'posts', count: 8, fault: 'the API is killed while batches are posted' },
    { kind: 'postgres', count: 4, fault: 'PostgreSQL is killed while it is projected' },
    { kind: 'redis', count: 4, fault: 'Redis loses everything while crawls run' },
  ] as const)('lose and double nothing where $fault, $count times', async ({ kind, count }) => {
    const { violations, hits } = await runTrials(kind, count);
    expect(violations).toEqual([]);
    expect(hits).toBe(count);
  });
});
