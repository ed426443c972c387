import { GrpcError, GrpcStatus } from '../grpc/grpc-error.js';

/** A number is the exact revision of the stream's last event. */
export type ExpectedRevision = 'any' | 'no-stream' | 'stream-exists' | number;

/** An event as a client proposes it; the buffers are views into its request. */
export interface ProposedEvent {
  /** Sixteen bytes; undefined: the client sent no valid UUID. */
  readonly id: Buffer | undefined;
  readonly type: string;
  readonly contentType: string;
  readonly customMetadata: Buffer;
  readonly data: Buffer;
}

/** A proposed event that passed `checkedEvents`. */
export interface CheckedEvent extends ProposedEvent {
  readonly id: Buffer;
}

/** Bytes that all events of one append may hold together. */
export const MAX_APPEND_BYTES = 1_048_576;

export const sizeOf = (event: ProposedEvent): number => event.data.length + event.customMetadata.length;

export type AppendOutcome =
  | { readonly kind: 'appended'; readonly revision: number; readonly position: number }
  | {
      readonly kind: 'wrong-expected-revision';
      readonly expected: ExpectedRevision;
      readonly actual: number | undefined;
    }
  | { readonly kind: 'stream-deleted' };

const badRequest = (message: string): GrpcError => new GrpcError(GrpcStatus.InvalidArgument, message);

/** Characters of a stream's name, a type or a content type: more than anyone needs, few enough to keep many in memory. */
const MAX_NAME_LENGTH = 65_536;

/** The name as it came. Throws GrpcError when it is empty or endless. */
export function checkedStream(stream: string): string {
  if (stream === '') throw badRequest('the stream name is empty: give the stream a name');
  if (stream.length > MAX_NAME_LENGTH) throw badRequest(tooLong('the stream name', stream));
  return stream;
}

const tooLong = (what: string, name: string): string =>
  `${what} has ${name.length} characters: at most ${MAX_NAME_LENGTH} are possible`;

/** The same events. Throws GrpcError naming the first event without a type or a valid id. */
export function checkedEvents(events: readonly ProposedEvent[]): readonly CheckedEvent[] {
  for (const [index, event] of events.entries()) {
    if (event.type === '') throw badRequest(`event ${index} has an empty type: give each event a type`);
    if (event.type.length > MAX_NAME_LENGTH)
      throw badRequest(tooLong(`the type of event ${index}`, event.type));
    if (event.contentType.length > MAX_NAME_LENGTH)
      throw badRequest(tooLong(`the content type of event ${index}`, event.contentType));
    if (event.id === undefined) throw badRequest(`event ${index} has no valid id: give each event a UUID`);
  }
  return events as readonly CheckedEvent[];
}
