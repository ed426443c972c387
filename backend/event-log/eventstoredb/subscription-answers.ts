import { isUtf8 } from 'node:buffer';
import type { StoredEvent } from '../codec/stored-event.js';
import { MessageFields } from './message-fields.js';

/** What a subscription brings. */
export type Delivery =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  | { readonly kind: 'caught-up' };

// Field numbers of `ReadResp` and what it holds, as the protocol's streams.proto has them.
const EVENT = 1;
const CHECKPOINT = 3;
const CAUGHT_UP = 8;

/**
 * Reads one answer of a subscription; undefined for what a follower need not know. Read by hand, for the generated
 * classes copy every field of every event, and most of what they make is never looked at.
 * @throws Error where the bytes are no message of the protocol
 */
export function deliveryOf(message: Buffer): Delivery | undefined {
  const answer = new MessageFields(message, 0, message.length);
  while (answer.next()) {
    if (answer.field === EVENT) return eventOf(answer.message());
    if (answer.field === CHECKPOINT) return { kind: 'checkpoint', position: checkpointOf(answer.message()) };
    if (answer.field === CAUGHT_UP) return { kind: 'caught-up' };
    answer.skip();
  }
  return undefined;
}

/** A ReadEvent: the event itself, or for a link the event that it leads to. */
function eventOf(resolved: MessageFields): Delivery | undefined {
  while (resolved.next()) {
    if (resolved.field === 1) return { kind: 'event', event: storedEventOf(resolved.message()) };
    resolved.skip();
  }
  return undefined; // a link to an event that was deleted
}

function checkpointOf(checkpoint: MessageFields): bigint {
  while (checkpoint.next()) {
    if (checkpoint.field === 1) return checkpoint.unsigned();
    checkpoint.skip();
  }
  return 0n;
}

/** A RecordedEvent with its JSON read; data that is no JSON is left for the codec to refuse. */
function storedEventOf(recorded: MessageFields): StoredEvent {
  let id = '';
  let type = '';
  let stream = '';
  let revision = 0;
  let position = 0n;
  let metadata: unknown = '';
  let data: Buffer = NO_BYTES;
  while (recorded.next()) {
    switch (recorded.field) {
      case 1:
        id = textFieldOf(recorded.message(), 2);
        break;
      case 2:
        stream = textFieldOf(recorded.message(), 3);
        break;
      case 3:
        revision = Number(recorded.unsigned());
        break;
      case 5:
        position = recorded.unsigned();
        break;
      case 6:
        type = typeIn(recorded.message()) ?? type;
        break;
      case 7:
        metadata = jsonOf(recorded.bytes());
        break;
      case 8:
        data = recorded.bytes();
        break;
      default:
        recorded.skip();
    }
  }
  const event = { id, type, stream, revision, position, data: jsonOf(data), metadata };
  return event.data === NOT_UTF8 ? event : { ...event, dataJson: data };
}

const NO_BYTES = Buffer.alloc(0);
const NOT_UTF8 = 'bytes that are not UTF-8';

function textFieldOf(message: MessageFields, field: number): string {
  while (message.next()) {
    if (message.field === field) return message.text();
    message.skip();
  }
  return '';
}

/** One entry of the server's own metadata; undefined where it is not the type. */
function typeIn(entry: MessageFields): string | undefined {
  let isType = false;
  while (entry.next()) {
    if (entry.field === 1) isType = entry.text() === 'type';
    else if (entry.field === 2 && isType) return entry.text();
    else entry.skip();
  }
  return undefined;
}

// Decoding bytes that are not UTF-8 would put other letters in their place, and nobody would notice.
function jsonOf(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) return NOT_UTF8;
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text; // no schema takes a bare text, so the codec says which event this is
  }
}
