import type { Sealed } from '../values/sealed.js';
import type { EventMetadata } from './metadata.js';

/** Who asked for something, in which request, and when: what a command brings along for the events it leads to. */
export interface Asker {
  /** What logs call the request: its client may have chosen it, so nothing is named after it alone. */
  readonly requestId: string;
  /** Ours for each request, and for no other: ids of events follow from it. Absent where requestId is ours, too. */
  readonly ownId?: string;
  /** A person's id, `visitor`, or `api-key-<id>`. */
  readonly actor: string;
  /** ISO 8601. */
  readonly at: string;
  /** From where: the network address, sealed for the person. */
  readonly from?: Sealed;
}

/** For a workspace. */
export interface Asked extends Asker {
  readonly workspace: string;
}

/** Metadata of an event that a request led to. recordedAt is the log's. */
export const metadataOfAsked = (
  asked: Asker & { readonly workspace?: string },
  producer: string,
  correlationId: string = asked.requestId,
): Omit<EventMetadata, 'recordedAt'> => ({
  correlationId,
  causationId: asked.requestId,
  occurredAt: asked.at,
  actor: asked.actor,
  producer,
  ...(asked.workspace === undefined ? {} : { workspace: asked.workspace }),
  ...(asked.from === undefined ? {} : { from: asked.from }),
});
