import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import streamsMessages, { type ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredEvent } from '../codec/stored-event.js';

const { Empty } = sharedMessages;
const { Options } = streamsMessages.ReadReq;
const { FilterOptions } = Options;

/** The server tells where it is after searching this many events without a match. */
const SEARCH_WINDOW_EVENTS = 64;

/** A subscription to `$all` after a place (undefined: from the first event), filtered by prefixes of the type. */
export function subscriptionMessage(after: bigint | undefined, typePrefixes: readonly string[]): ReadReq {
  const all = new Options.AllOptions();
  if (after === undefined) all.setStart(new Empty());
  else {
    const place = new Options.Position();
    place.setCommitPosition(String(after)).setPreparePosition(String(after));
    all.setPosition(place);
  }
  const filter = new FilterOptions();
  const types = new FilterOptions.Expression();
  types.setPrefixList([...typePrefixes]);
  filter.setEventType(types).setMax(SEARCH_WINDOW_EVENTS).setCheckpointintervalmultiplier(1);
  const ids = new Options.UUIDOption();
  ids.setString(new Empty());

  const options = new Options();
  options.setAll(all).setSubscription(new Options.SubscriptionOptions());
  options.setFilter(filter).setUuidOption(ids);
  const request = new streamsMessages.ReadReq();
  return request.setOptions(options);
}

export type RecordedMessage = ReadResp.ReadEvent.RecordedEvent;

/** What the store said, with its JSON read; data that is no JSON is left for the codec to refuse. */
export function storedEventOf(message: RecordedMessage): StoredEvent {
  const facts = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: facts.get('type') ?? '',
    stream: textOf(message.getStreamIdentifier()?.getStreamName_asU8()),
    revision: Number(message.getStreamRevision()),
    position: BigInt(message.getCommitPosition()),
    data: jsonOf(message.getData_asU8()),
    metadata: jsonOf(message.getCustomMetadata_asU8()),
  };
}

/** Bytes that this message holds in memory, near enough. */
export function bytesHeldBy(message: ReadResp): number {
  const event = message.getEvent()?.getEvent();
  return event ? event.getData_asU8().length + event.getCustomMetadata_asU8().length : 0;
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') : '';
}

function jsonOf(bytes: Uint8Array): unknown {
  const text = textOf(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text; // no schema takes a bare text, so the codec says which event this is
  }
}
