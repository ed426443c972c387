import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import streamsMessages, { type ReadReq } from '@eventstore/db-client/generated/streams_pb.js';

const { Empty } = sharedMessages;
const { Options } = streamsMessages.ReadReq;
const { FilterOptions } = Options;

/** The server tells where it is after searching this many events without a match. */
export const SEARCH_WINDOW_EVENTS = 64;

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
