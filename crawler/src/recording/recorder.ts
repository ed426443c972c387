import { createHash } from 'node:crypto';
import type { DataOf } from '../../../backend/contracts/events/catalogue.js';
import type { LookOutcome } from '../../../backend/contracts/events/collection/look-outcome.js';
import type { EventMetadata } from '../../../backend/contracts/events/metadata.js';
import type { FailureReason } from '../../../backend/contracts/events/observation/failed/v1.js';
import type { Origin } from '../../../backend/contracts/events/observation/look.js';
import { LOOK_ATTEMPTS, type FinishCrawlJob, type LookJob } from '../../../backend/contracts/jobs/looks.js';
import { EventLogUnavailable, WrongExpectedRevision } from '../../../backend/event-log/errors.js';
import type { AnyNewEvent, AnyRecordedEvent, EventLog } from '../../../backend/event-log/event-log.js';
import { crawlStream, eventIdOf, failureStream, observationStream } from './event-ids.js';
import { sourceOf } from './look-source.js';

export const CRAWLER = 'crawler';
export const PRODUCER = 'crawler 0.1.0';

/** The log is away: what was seen could not be written down. Look again later; nothing is recorded twice. */
export class RecordingUnavailable extends Error {
  override readonly name = 'RecordingUnavailable';
}

/** What every recording of a look says of the page. */
export interface LookedAt {
  /** Host of the marketplace's site for buyers, `www.amazon.de`. */
  readonly siteHost: string;
  readonly url: string;
  /** null where none came. */
  readonly body: string | Uint8Array | null;
  readonly status: number | null;
  /** When it was seen: the moment that the numbers speak of. */
  readonly seenAt: Date;
  readonly parserVersion: string;
}

export interface FailedTry {
  readonly reason: FailureReason;
  readonly detail: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly willRetry: boolean;
}

type ObservationType =
  'observation.KeywordObserved.v1' | 'observation.SuggestionsObserved.v1' | 'observation.Failed.v1';
type Observation = {
  [T in ObservationType]: { readonly type: T; readonly data: DataOf<T> };
}[ObservationType];

const URL_CHARACTERS = 2_048;
const DETAIL_CHARACTERS = 500;
const ENDED: readonly string[] = ['collection.CrawlFinished.v1', 'collection.CrawlFailed.v1'];

const sha256 = (body: string | Uint8Array): string => createHash('sha256').update(body).digest('hex');

/** Cuts without halving a character. */
const shortened = (text: string, limit: number): string =>
  text.slice(0, limit).replace(/[\uD800-\uDBFF]$/u, '');

/**
 * Writes down what the crawler saw: its only door to the event log. Every method may be repeated; what stands in the
 * log already is answered, never written again.
 * @throws RecordingUnavailable from every method while the log does not answer.
 */
export class Recorder {
  constructor(
    private readonly log: EventLog,
    private readonly origin: Origin,
  ) {}

  /** How a look ended, as the log knows it; undefined while it has not. */
  async outcomeOf(job: LookJob): Promise<LookOutcome | undefined> {
    const tries = Array.from({ length: LOOK_ATTEMPTS }, (_, index) => failureStream(job, index + 1));
    const [observed, ...failed] = await Promise.all(
      [observationStream(job), ...tries].map((stream) => this.firstOf(stream)),
    );
    if (observed) return outcome(job, observed.id, null);
    for (const event of failed)
      if (event?.type === 'observation.Failed.v1' && !event.data.willRetry)
        return outcome(job, event.id, event.data.reason);
    return undefined;
  }

  async keywordObserved(
    job: LookJob,
    at: LookedAt & { readonly body: string | Uint8Array },
    seen: Pick<DataOf<'observation.KeywordObserved.v1'>, 'page' | 'resultCount' | 'listings'>,
  ): Promise<LookOutcome> {
    const look = { ...this.lookFields(job, at), bodyHash: sha256(at.body) };
    const data = { ...look, keyword: job.keyword, ...seen };
    return this.record(observationStream(job), job, at, { type: 'observation.KeywordObserved.v1', data });
  }

  async suggestionsObserved(
    job: LookJob,
    at: LookedAt & { readonly body: string | Uint8Array },
    suggestions: DataOf<'observation.SuggestionsObserved.v1'>['suggestions'],
  ): Promise<LookOutcome> {
    const look = { ...this.lookFields(job, at), bodyHash: sha256(at.body) };
    const data = { ...look, prefix: job.keyword, suggestions };
    return this.record(observationStream(job), job, at, { type: 'observation.SuggestionsObserved.v1', data });
  }

  /** One try that gave no numbers. */
  async failed(job: LookJob, at: LookedAt, failure: FailedTry): Promise<LookOutcome> {
    const data: DataOf<'observation.Failed.v1'> = {
      ...this.lookFields(job, at),
      bodyHash: at.body === null ? null : sha256(at.body),
      keyword: job.keyword,
      look: job.look,
      status: at.status,
      ...failure,
      detail: shortened(failure.detail, DETAIL_CHARACTERS),
    };
    return this.record(failureStream(job, failure.attempt), job, at, { type: 'observation.Failed.v1', data });
  }

  /** Every look of a crawl has ended. Finished, if at least one of them was recorded. */
  async crawlEnded(job: FinishCrawlJob, looks: readonly LookOutcome[]): Promise<void> {
    const stream = crawlStream(job.crawlId);
    const requested = await this.firstOf(stream);
    const workspace =
      requested?.type === 'collection.CrawlRequested.v1' ? requested.data.workspace : undefined;
    const isFinished = looks.some(({ reason }) => reason === null);
    const event: AnyNewEvent = {
      id: eventIdOf(stream),
      type: isFinished ? 'collection.CrawlFinished.v1' : 'collection.CrawlFailed.v1',
      data: { crawlId: job.crawlId, looks: [...looks] },
      metadata: {
        ...this.metadata(job.crawlId, job.causationId, new Date()),
        ...(workspace === undefined ? {} : { workspace }),
      },
    };
    const recorded = await this.append(stream, 0, event);
    if (recorded && !ENDED.includes(recorded.type))
      throw new Error(`stream ${stream} should end after its request, but goes on with ${recorded.type}`);
  }

  async close(): Promise<void> {
    await this.log.close();
  }

  private lookFields(job: LookJob, at: LookedAt) {
    return {
      marketplace: job.marketplace,
      country: job.country,
      source: sourceOf(job.look, at.siteHost, this.origin),
      origin: this.origin,
      url: shortened(at.url, URL_CHARACTERS),
      parserVersion: at.parserVersion,
    };
  }

  private metadata(
    correlationId: string,
    causationId: string,
    occurredAt: Date,
  ): Omit<EventMetadata, 'recordedAt'> {
    return {
      correlationId,
      causationId,
      occurredAt: occurredAt.toISOString(),
      actor: CRAWLER,
      producer: PRODUCER,
    };
  }

  private async record(stream: string, job: LookJob, at: LookedAt, seen: Observation): Promise<LookOutcome> {
    const metadata = this.metadata(job.correlationId, job.causationId, at.seenAt);
    const event: AnyNewEvent = { id: eventIdOf(stream), ...seen, metadata };
    const recorded = (await this.append(stream, 'no-stream', event)) ?? event;
    return outcome(job, recorded.id, recorded.type === 'observation.Failed.v1' ? recorded.data.reason : null);
  }

  /** @returns what stands in the place already, undefined where the event took it. */
  private async append(
    stream: string,
    expected: 'no-stream' | 0,
    event: AnyNewEvent,
  ): Promise<AnyRecordedEvent | undefined> {
    try {
      await this.log.append(stream, expected, [event]);
      return undefined;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw recordingError(error);
      const recorded = await this.firstOf(stream, expected === 0 ? 1 : 0);
      if (!recorded) throw error;
      return recorded;
    }
  }

  private async firstOf(stream: string, from = 0): Promise<AnyRecordedEvent | undefined> {
    try {
      for await (const event of this.log.readStream(stream, from)) return event;
      return undefined;
    } catch (error) {
      throw recordingError(error);
    }
  }
}

const outcome = (job: LookJob, observationId: string, reason: FailureReason | null): LookOutcome => ({
  marketplace: job.marketplace,
  look: job.look,
  observationId,
  reason,
});

const recordingError = (error: unknown): unknown =>
  error instanceof EventLogUnavailable ? new RecordingUnavailable(error.message, { cause: error }) : error;
