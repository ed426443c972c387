import { v5 as uuidV5 } from 'uuid';
import { lookId, type LookJob } from '../../../backend/contracts/jobs/looks.js';

/**
 * Every id follows from the look, never from chance: a look that is taken again after a crash writes to the same
 * stream with the same event id, and the log knows it.
 */
const EVENTS = 'c3b5f7e2-94d0-4d6b-8a1f-2e7c60b1d9a4';

export const observationStream = (job: LookJob): string => `observation-${lookId(job)}`;

/** A failed try has a stream of its own: the look's stays free for the observation that a later try may bring. */
export const failureStream = (job: LookJob, attempt: number): string =>
  `observation-${uuidV5(`attempt ${attempt}`, lookId(job))}`;

export const crawlStream = (crawlId: string): string => `crawl-${crawlId}`;

/** The id of the one event that a stream gets from us. */
export const eventIdOf = (stream: string): string => uuidV5(stream, EVENTS);
