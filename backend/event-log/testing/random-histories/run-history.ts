import { randomUUID } from 'node:crypto';
import type { Operation } from './operation.js';
import { RealStore, type StoreDoor } from './real-store.js';
import { StoreModel, type Answer } from './store-model.js';

/** Where a store answers otherwise than its model. */
export interface Disagreement {
  /** Place in the history, 0 for the first. */
  readonly step: number;
  readonly operation: Operation;
  readonly expected: Answer;
  readonly actual: Answer;
}

/** Every history ends with these: nothing may be lost or made up that no operation asked about. */
const ENDING: readonly Operation[] = [
  { kind: 'read-all', backwards: false },
  { kind: 'read-all', backwards: true },
  ...[0, 1, 2].flatMap((stream): Operation[] => [
    { kind: 'read', stream, from: 'first', backwards: false, atMost: 1_000 },
    { kind: 'read', stream, from: 'last', backwards: true, atMost: 1_000 },
    { kind: 'get-metadata', stream },
    { kind: 'catch-up', of: { stream } },
  ]),
  { kind: 'catch-up', of: { type: 0 } },
];

/**
 * Does a history operation by operation, against the store and against the model, and compares every answer.
 * @returns the first disagreement, undefined where there is none
 */
export async function disagreementIn(
  operations: readonly Operation[],
  door: StoreDoor,
  model: StoreModel = new StoreModel(),
): Promise<Disagreement | undefined> {
  const store = await RealStore.open(door, randomUUID().slice(0, 8));
  for (const [step, operation] of [...operations, ...ENDING].entries()) {
    const actual = await store.answer(operation);
    const expected = operation.kind === 'restart' ? '' : model.answer(operation);
    if (actual !== expected) return { step, operation, expected, actual };
  }
  return undefined;
}
