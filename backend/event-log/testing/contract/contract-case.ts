import {
  BACKWARDS,
  END,
  FORWARDS,
  jsonEvent,
  START,
  type AllStreamRecordedEvent,
  type AppendExpectedRevision,
  type AppendResult,
  type ErrorType,
  type EventStoreDBClient,
  type JSONEventData,
  type ReadRevision,
} from '@eventstore/db-client';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { EventLog } from '../../event-log.js';

/** One behaviour that every store must show. It works in fresh streams of a store that others may be using. */
export interface ContractCase {
  readonly name: string;
  run(store: StoreUnderTest): Promise<void>;
}

export interface StoreUnderTest {
  readonly connectionString: string;
  readonly client: EventStoreDBClient;
  /** The product's own way to the same store. */
  readonly log: EventLog;
  /** How long something promised may take to arrive. */
  readonly patienceMs: number;
}

export type Happened = JSONEventData<{ type: string; data: { n: number } }>;

/** The type of the events that cases append through the bare client. */
export const HAPPENED = 'contract.Happened.v1';
/** A type that filters can tell from it. */
export const ELSEWHERE = 'elsewhere.Happened.v1';

export const freshStream = () => `observation-${randomUUID()}`;

export function happened(n: number, type: string = HAPPENED): Happened {
  return jsonEvent({ type, data: { n } });
}

/** Events numbered 0, 1, 2 … */
export function happenedTimes(count: number, type: string = HAPPENED): Happened[] {
  return Array.from({ length: count }, (_unused, n) => happened(n, type));
}

export async function append(
  { client }: StoreUnderTest,
  stream: string,
  events: Happened[],
  expectedRevision?: AppendExpectedRevision,
): Promise<AppendResult & { commit: bigint }> {
  const result = await client.appendToStream(
    stream,
    events,
    expectedRevision === undefined ? {} : { expectedRevision },
  );
  assert.equal(result.success, true);
  assert.ok(result.position, 'an append answers with its position');
  return { ...result, commit: result.position.commit };
}

/** A fresh stream with events 0 … count-1. */
export async function streamOf(
  store: StoreUnderTest,
  count: number,
): Promise<{ stream: string; events: Happened[]; commit: bigint }> {
  const stream = freshStream();
  const events = happenedTimes(count);
  const { commit } = await append(store, stream, events);
  return { stream, events, commit };
}

export interface ReadRange {
  readonly from?: ReadRevision;
  readonly maxCount?: number;
  readonly backwards?: boolean;
}

export async function read(
  { client }: StoreUnderTest,
  stream: string,
  { from, maxCount, backwards = false }: ReadRange = {},
): Promise<AllStreamRecordedEvent[]> {
  const events: AllStreamRecordedEvent[] = [];
  const options = {
    direction: backwards ? BACKWARDS : FORWARDS,
    fromRevision: from ?? (backwards ? END : START),
    ...(maxCount === undefined ? {} : { maxCount }),
  } as const;
  for await (const { event } of client.readStream(stream, options))
    if (event) events.push(event as AllStreamRecordedEvent);
  return events;
}

/** `$all` from a position on, as far as events of these streams are concerned. */
export async function readAllOf(
  { client }: StoreUnderTest,
  streams: readonly string[],
  from: bigint | 'end',
  options: { backwards?: boolean; atMost?: number } = {},
): Promise<AllStreamRecordedEvent[]> {
  const { backwards = false, atMost = Infinity } = options;
  const events: AllStreamRecordedEvent[] = [];
  const all = client.readAll({
    direction: backwards ? BACKWARDS : FORWARDS,
    fromPosition: from === 'end' ? END : { commit: from, prepare: from },
  });
  for await (const { event } of all) {
    if (event && streams.includes(event.streamId)) events.push(event);
    if (events.length >= atMost) break;
  }
  await all.cancel();
  return events;
}

export const revisions = (events: readonly { revision: bigint }[]) =>
  events.map(({ revision }) => Number(revision));
export const numbers = (events: readonly { data: unknown }[]) =>
  events.map(({ data }) => (data as { n: number }).n);
export const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);

/** The client's error of this type, or a failure of the case. */
export async function refusal(doing: Promise<unknown>, type: ErrorType): Promise<Record<string, unknown>> {
  let outcome: unknown;
  try {
    outcome = await doing;
  } catch (error) {
    assert.equal((error as { type?: unknown }).type, type, String(error));
    return error as Record<string, unknown>;
  }
  throw new assert.AssertionError({ message: `expected ${type}`, actual: outcome, expected: type });
}

/** A refusal that the client cannot name more closely. */
export async function failure(doing: Promise<unknown>): Promise<Error> {
  let outcome: unknown;
  try {
    outcome = await doing;
  } catch (error) {
    assert.ok(error instanceof Error);
    return error;
  }
  throw new assert.AssertionError({ message: 'expected an error', actual: outcome });
}
