import { z } from 'zod';
import { sealedSchema } from '../values/sealed.js';
import { instantSchema } from '../values/time.js';

/** What every event carries beside its data. */
export const eventMetadataSchema = z.strictObject({
  /** The request or crawl that this belongs to. */
  correlationId: z.string().min(1).max(100),
  /** Id of the event or request that led to this one. */
  causationId: z.string().min(1).max(100),
  /** The source's time: when it was so. */
  occurredAt: instantSchema,
  /** Our time: when we wrote it down. `?asOf=` goes by this. */
  recordedAt: instantSchema,
  /** Who did it: a person's id, or a part of the product such as `crawler`. */
  actor: z.string().min(1).max(100),
  /** The program and its version. */
  producer: z.string().min(1).max(100),
  /** Whose it is; absent where all workspaces share it. */
  workspace: z.string().min(1).max(64).optional(),
  /** The network address that it came from, sealed for the actor. */
  from: sealedSchema.optional(),
  /** recordedAt is made up: the demo seed alone does this, so that its past can be travelled. */
  simulated: z.literal(true).optional(),
});
export type EventMetadata = z.infer<typeof eventMetadataSchema>;
