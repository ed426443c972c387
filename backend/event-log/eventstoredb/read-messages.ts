import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import streamsMessages, { type ReadReq } from '@eventstore/db-client/generated/streams_pb.js';

const { Empty } = sharedMessages;
const { Options } = streamsMessages.ReadReq;

/** "All of them", as the client says it. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** A read of a stream from a revision on, oldest first. */
export function streamReadMessage(stream: string, from: number): ReadReq {
  const identifier = new sharedMessages.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  const range = new Options.StreamOptions();
  range.setStreamIdentifier(identifier).setRevision(String(from));
  const options = new Options();
  return finished(options.setStream(range), NO_LIMIT);
}

/** A read of `$all` from a place on, which forwards is included and backwards excluded; undefined: from its edge. */
export function allReadMessage(from: bigint | undefined, backwards: boolean, maxCount?: number): ReadReq {
  const range = new Options.AllOptions();
  if (from !== undefined) {
    const place = new Options.Position();
    range.setPosition(place.setCommitPosition(String(from)).setPreparePosition(String(from)));
  } else if (backwards) range.setEnd(new Empty());
  else range.setStart(new Empty());
  const options = new Options();
  options.setAll(range).setReadDirection(backwards ? BACKWARDS : FORWARDS);
  return finished(options, maxCount ?? NO_LIMIT);
}

const { FORWARDS, BACKWARDS } = Options.ReadDirection;

function finished(options: ReadReq.Options, maxCount: number): ReadReq {
  const ids = new Options.UUIDOption();
  ids.setString(new Empty());
  options.setCount(String(maxCount)).setNoFilter(new Empty()).setUuidOption(ids);
  const request = new streamsMessages.ReadReq();
  return request.setOptions(options);
}
