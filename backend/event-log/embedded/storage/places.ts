/**
 * Positions in `$all` are this far apart. As in EventStoreDB they are no counter: a reader that computes "the next position"
 * instead of taking it from an event is refused here as there.
 */
export const POSITION_STEP = 64;

/** Stands for EventStoreDB's 2^63−1, which a JavaScript number cannot hold: the revision of a tombstone, and "delete all" in `$tb`. */
export const END_OF_STREAM = Number.MAX_SAFE_INTEGER;
export const END_OF_STREAM_ON_THE_WIRE = 9_223_372_036_854_775_807n;

/** Name of the stream that holds the metadata of `stream`. */
export const metadataStreamOf = (stream: string): string => `$$${stream}`;

/** The stream that a metadata stream describes; undefined for any other stream. */
export const describedBy = (stream: string): string | undefined =>
  stream.startsWith('$$') ? stream.slice(2) : undefined;

/** Types of the events that the store itself gives a meaning. */
export const SystemEventType = {
  Metadata: '$metadata',
  StreamDeleted: '$streamDeleted',
  Link: '$>',
} as const;
