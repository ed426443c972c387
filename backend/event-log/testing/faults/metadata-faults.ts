import sharedMessages from '@eventstore/db-client/generated/shared_pb.js';
import type { BatchAppendReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Fault, FaultyCall } from './fault.js';

const { Empty } = sharedMessages;
const nameIn = (identifier: { getStreamName_asU8(): Uint8Array } | undefined) =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();
const isOfAll = (call: FaultyCall) => call.read?.getOptions()?.hasAll() === true;
const typeOf = (answer: ReadResp) => answer.getEvent()?.getEvent()?.getMetadataMap().get('type');

/** A fault in what is kept of a stream's metadata. */
const keeping = (
  name: string,
  change: (metadata: Record<string, unknown>) => Record<string, unknown>,
): Fault => ({
  name,
  append: (request) => {
    if (!isOfMetadata(request)) return [request];
    for (const event of request.getProposedMessagesList()) {
      const metadata = JSON.parse(Buffer.from(event.getData_asU8()).toString()) as Record<string, unknown>;
      event.setData(Buffer.from(JSON.stringify(change(metadata))));
    }
    return [request];
  },
});
const isOfMetadata = (request: BatchAppendReq) =>
  nameIn(request.getOptions()?.getStreamIdentifier()).startsWith('$$');
const without = (metadata: Record<string, unknown>, field: string) =>
  Object.fromEntries(Object.entries(metadata).filter(([key]) => key !== field));
const oneMore = (metadata: Record<string, unknown>, field: string) =>
  field in metadata ? { ...metadata, [field]: Number(metadata[field]) + 1 } : metadata;

/** What is hidden from readers of a stream must still be in `$all`. */
const hidingWhatHasMetadata = (limited: Set<string>): Fault => ({
  name: 'gives no events of a stream that has metadata in $all',
  answer: (answer, call) => {
    const stream = nameIn(answer.getEvent()?.getEvent()?.getStreamIdentifier());
    return isOfAll(call) && limited.has(stream) ? [] : [answer];
  },
  append: (request) => {
    if (isOfMetadata(request)) limited.add(nameIn(request.getOptions()?.getStreamIdentifier()).slice(2));
    return [request];
  },
});

/** Ways to be wrong about metadata, what it hides, and links. */
export const metadataFaults: readonly Fault[] = [
  keeping('forgets a greatest count', (metadata) => without(metadata, '$maxCount')),
  keeping('keeps one event more than the greatest count', (metadata) => oneMore(metadata, '$maxCount')),
  keeping('truncates one event too many', (metadata) => oneMore(metadata, '$tb')),
  keeping('forgets a greatest age', (metadata) => without(metadata, '$maxAge')),
  keeping('keeps limits alone of the metadata', (metadata) =>
    Object.fromEntries(Object.entries(metadata).filter(([key]) => /^\$(max|tb)/.test(key))),
  ),
  keeping('takes every metadata for a truncation', (metadata) => ({ ...metadata, $tb: 1 })),
  {
    name: 'lets metadata replace metadata, whatever it expects',
    append: (request) => {
      if (isOfMetadata(request)) request.getOptions()?.setAny(new Empty());
      return [request];
    },
  },
  {
    name: 'leaves metadata out of $all',
    answer: (answer, call) => (isOfAll(call) && typeOf(answer) === '$metadata' ? [] : [answer]),
  },
  hidingWhatHasMetadata(new Set()),
  {
    name: 'numbers metadata from the newest',
    answer: (answer) => {
      if (typeOf(answer) === '$metadata') answer.getEvent()?.getEvent()?.setStreamRevision('0');
      return [answer];
    },
  },
  {
    name: 'does not resolve links',
    read: (request) => void request.getOptions()?.setResolveLinks(false),
  },
  {
    name: 'resolves links that nobody asked to resolve',
    read: (request) => void request.getOptions()?.setResolveLinks(true),
  },
  {
    name: 'leaves the link of a resolved event out',
    answer: (answer) => {
      const event = answer.getEvent();
      if (event?.hasEvent()) event.clearLink();
      return [answer];
    },
  },
  {
    name: 'leaves out links to what is not there',
    answer: (answer) => {
      const event = answer.getEvent();
      return event && !event.hasEvent() ? [] : [answer];
    },
  },
  {
    name: 'puts each event beside itself as a link',
    answer: (answer) => {
      const event = answer.getEvent();
      if (event?.hasEvent() && !event.hasLink()) event.setLink(event.getEvent());
      return [answer];
    },
  },
];
