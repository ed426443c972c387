import { describe, expect, it } from '@jest/globals';
import { checkHistory } from './check-history.js';
import { killedStoreHistory } from './spawned-workload.js';

// `HISTORY_ROUNDS=50 HISTORY_SEED=$RANDOM` looks longer, and elsewhere.
const rounds = Number(process.env['HISTORY_ROUNDS'] ?? 4);
const seed = Number(process.env['HISTORY_SEED'] ?? 20_260_314);

describe('a history of many clients of the embedded store', () => {
  it(`is explained though its process is killed ${rounds - 1} times in the middle of the work`, async () => {
    const history = await killedStoreHistory({ seed, clients: 8, steps: 40, rounds });
    expect(checkHistory(history)).toEqual([]);
    const unanswered = history.operations.filter(
      ({ kind, completed }) => kind === 'append' && completed === Infinity,
    );
    expect(unanswered.length).toBeGreaterThan(0);
    expect(history.log.length).toBeGreaterThan(30 * rounds);
  }, 600_000);
});
