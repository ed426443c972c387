import fc from 'fast-check';

/** A number is an exact revision. */
export type Expected = 'any' | 'no-stream' | 'stream-exists' | number;

/** How much of a stream its metadata lets readers see. */
export interface Retention {
  readonly maxCount?: number | undefined;
  readonly truncateBefore?: number | undefined;
}

/** Streams and ids are numbers of a small set, so that histories meet themselves again: repeats, overlaps, other streams. */
export type Operation =
  | {
      readonly kind: 'append';
      readonly stream: number;
      readonly expected: Expected;
      readonly ids: readonly number[];
      readonly road: 'batch' | 'unary';
    }
  | {
      readonly kind: 'soft-delete';
      readonly stream: number;
      readonly expected: Exclude<Expected, 'stream-exists'>;
    }
  | {
      readonly kind: 'tombstone';
      readonly stream: number;
      readonly expected: Exclude<Expected, 'stream-exists'>;
    }
  | { readonly kind: 'set-metadata'; readonly stream: number; readonly retention: Retention }
  | { readonly kind: 'get-metadata'; readonly stream: number }
  | {
      readonly kind: 'read';
      readonly stream: number;
      readonly from: 'first' | 'last' | number;
      readonly backwards: boolean;
      readonly atMost: number;
    }
  | { readonly kind: 'read-all'; readonly backwards: boolean }
  /** What a subscription gives until it says that it caught up: events of one stream, or of one type. */
  | { readonly kind: 'catch-up'; readonly of: { readonly stream: number } | { readonly type: number } }
  | { readonly kind: 'restart' };

export const STREAMS = 3;
export const IDS = 7;
export const TYPES = 2;
/** The type of an event goes by its id, so that a repeat is one. */
export const typeOfId = (id: number): number => id % TYPES;

const stream = fc.nat({ max: STREAMS - 1 });
const revision = fc.nat({ max: 9 });
const expectedOfDelete = fc.oneof(
  { weight: 3, arbitrary: fc.constant('any' as const) },
  { weight: 1, arbitrary: fc.constant('no-stream' as const) },
  { weight: 2, arbitrary: revision },
);
const expected = fc.oneof(expectedOfDelete, fc.constantFrom('stream-exists' as const, 'no-stream' as const));
/** Neighbours, as a writer's repeat holds them, or any ids in any order, twice or not at all. */
const ids = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat({ max: IDS - 1 }), fc.integer({ min: 1, max: 4 }))
      .map(([first, count]) => Array.from({ length: count }, (_unused, n) => (first + n) % IDS)),
  },
  { weight: 1, arbitrary: fc.array(fc.nat({ max: IDS - 1 }), { maxLength: 4 }) },
);
const retention = fc.oneof(
  fc.record({ maxCount: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ truncateBefore: revision }),
  fc.record({ maxCount: fc.integer({ min: 1, max: 5 }), truncateBefore: revision }),
  fc.constant({}),
);
const weigh = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

const operation: fc.Arbitrary<Operation> = fc.oneof(
  weigh(
    24,
    fc.record({
      kind: fc.constant('append' as const),
      stream,
      expected,
      ids,
      road: fc.constantFrom('batch' as const, 'unary' as const),
    }),
  ),
  weigh(3, fc.record({ kind: fc.constant('soft-delete' as const), stream, expected: expectedOfDelete })),
  weigh(1, fc.record({ kind: fc.constant('tombstone' as const), stream, expected: expectedOfDelete })),
  weigh(4, fc.record({ kind: fc.constant('set-metadata' as const), stream, retention })),
  weigh(2, fc.record({ kind: fc.constant('get-metadata' as const), stream })),
  weigh(
    12,
    fc.record({
      kind: fc.constant('read' as const),
      stream,
      from: fc.oneof(fc.constantFrom('first' as const, 'last' as const), revision),
      backwards: fc.boolean(),
      atMost: fc.integer({ min: 1, max: 8 }),
    }),
  ),
  weigh(2, fc.record({ kind: fc.constant('read-all' as const), backwards: fc.boolean() })),
  weigh(
    2,
    fc.record({
      kind: fc.constant('catch-up' as const),
      of: fc.oneof(fc.record({ stream }), fc.record({ type: fc.nat({ max: TYPES - 1 }) })),
    }),
  ),
  weigh(1, fc.constant({ kind: 'restart' as const })),
);

/** Up to sixty operations in a row, by one client after another's answer. */
export const history: fc.Arbitrary<Operation[]> = fc.array(operation, {
  minLength: 5,
  maxLength: 60,
  size: 'max',
});
