import type { EventMetadata } from './metadata.js';

/** Who asked for something, in which request, and when: what a command brings along for the events it leads to. */
export interface Asked {
  readonly requestId: string;
  readonly actor: string;
  readonly workspace: string;
  /** ISO 8601. */
  readonly at: string;
}

/** Metadata of an event that a request led to. recordedAt is the log's. */
export const metadataOfAsked = (
  asked: Asked,
  producer: string,
  correlationId: string = asked.requestId,
): Omit<EventMetadata, 'recordedAt'> => ({
  correlationId,
  causationId: asked.requestId,
  occurredAt: asked.at,
  actor: asked.actor,
  producer,
  workspace: asked.workspace,
});
