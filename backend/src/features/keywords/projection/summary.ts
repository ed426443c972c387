import type { FailureReason } from '../../../../contracts/events/observation/failed/v1.js';
import type { Origin } from '../../../../contracts/events/observation/look.js';
import { METRICS, type MetricName } from '../../../../contracts/values/measure.js';
import type { MetricFigure, MetricFigures } from '../scoring/page-figures.js';
import { bucketOf } from './buckets.js';

/** An observation that counts: not retracted, and known at the moment that is asked about. */
export interface Counted {
  readonly eventId: string;
  /** ISO 8601 in UTC with milliseconds, so that text order is time order. */
  readonly occurredAt: string;
  readonly position: bigint;
  readonly source: string;
  readonly origin: Origin;
  readonly workspace: string | null;
  readonly kind: 'look' | 'report' | 'failure';
  /** null for a failed look. */
  readonly metrics: MetricFigures | null;
  readonly failure: { readonly reason: FailureReason; readonly detail: string } | null;
}

/** A metric with where it comes from. */
export interface SourcedMetric extends MetricFigure {
  readonly source: string;
  readonly origin: Origin;
  readonly observedAt: string;
  readonly observationId: string;
}
type SourcedMetrics = { [Name in MetricName]?: SourcedMetric | undefined };

/** What the observations of one keyword come to. */
export interface Summary {
  /** Moment of the newest observation, failed looks included; null where there is none. */
  readonly newestAt: string | null;
  readonly lastObservedAt: string | null;
  /** The newest failed look, as long as no look has succeeded after it. */
  readonly lastFailure: {
    readonly reason: FailureReason;
    readonly detail: string;
    readonly occurredAt: string;
  } | null;
  readonly origins: readonly Origin[];
  /** The newest measured or reported figure of each metric. */
  readonly stated: Readonly<SourcedMetrics>;
  /** The newest estimate of each metric. */
  readonly estimated: Readonly<SourcedMetrics>;
  /** Weekly demand, by the Monday of the week. */
  readonly trend: readonly { readonly date: string; readonly value: number }[];
  /** Whether the newest week's value was stated rather than estimated: only that week can still change. */
  readonly lastWeekStated: boolean;
}

/** Three years, and a month to see the season before. */
export const TREND_WEEKS = 160;

export const isStated = (metric: MetricFigure): boolean => metric.kind !== 'estimated';

export const inOrder = (a: Counted, b: Counted): number =>
  a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.position < b.position ? -1 : 1;

/**
 * Observations of one moment, metric by metric: what a source says later about the same moment supersedes what it said.
 * @param moment in the order of the log
 */
export function statements(moment: readonly Counted[]): SourcedMetric[][] {
  return METRICS.map((name) => {
    const bySource = new Map<string, SourcedMetric>();
    for (const counted of moment) {
      const metric = counted.metrics?.[name];
      if (!metric) continue;
      const teller = `${counted.workspace ?? ''}|${counted.source}`;
      bySource.delete(teller); // so that the newest statement comes last
      bySource.set(teller, sourced(metric, counted));
    }
    return [...bySource.values()];
  });
}

// Field by field, which is several times as fast as spreading: a rebuild makes millions of these.
const sourced = (metric: MetricFigure, by: Counted): SourcedMetric => ({
  value: metric.value,
  maxValue: metric.maxValue,
  relation: metric.relation,
  kind: metric.kind,
  currency: metric.currency,
  scope: metric.scope,
  formula: metric.formula,
  source: by.source,
  origin: by.origin,
  observedAt: by.occurredAt,
  observationId: by.eventId,
});

/** The newest figure of each metric: all that a keyword's sort values come from. */
export class NewestFigures {
  lastObservedAt: string | null = null;
  readonly stated: SourcedMetrics = noMetrics();
  readonly estimated: SourcedMetrics = noMetrics();

  /** @param moment what was observed at one moment, newer than all before it, in the order of the log */
  add(moment: readonly Counted[]): void {
    for (const { metrics, occurredAt } of moment) if (metrics) this.lastObservedAt = occurredAt;
    const [only] = moment;
    if (only && moment.length === 1) {
      for (const name of METRICS) {
        const metric = only.metrics?.[name];
        if (!metric) continue;
        const told = sourced(metric, only);
        if (isStated(told)) this.hear(name, told, undefined);
        else this.hear(name, undefined, told);
      }
      return;
    }
    statements(moment).forEach((told, index) => {
      const name = METRICS[index];
      const isEstimated = (metric: SourcedMetric) => !isStated(metric);
      if (name) this.hear(name, told.findLast(isStated), told.findLast(isEstimated));
    });
  }

  /** @param counted the only observation of its moment; there may be newer ones */
  addPast(counted: Counted): void {
    if (counted.metrics && (this.lastObservedAt === null || this.lastObservedAt < counted.occurredAt))
      this.lastObservedAt = counted.occurredAt;
    statements([counted]).forEach(([told], index) => {
      const name = METRICS[index];
      if (!name || !told) return;
      const figures = isStated(told) ? this.stated : this.estimated;
      const newest = figures[name];
      if (!newest || newest.observedAt < told.observedAt) figures[name] = told;
    });
  }

  /** The last words about a metric at one moment. */
  protected hear(
    name: MetricName,
    stated: SourcedMetric | undefined,
    estimated: SourcedMetric | undefined,
  ): void {
    if (stated) this.stated[name] = stated;
    if (estimated) this.estimated[name] = estimated;
  }
}

/** A summary that grows: adding observations in any pieces that do not part a moment comes to the same as all at once. */
export class RunningSummary extends NewestFigures implements Summary {
  newestAt: string | null = null;
  lastFailure: Summary['lastFailure'] = null;
  origins: readonly Origin[] = [];
  lastWeekStated = false;
  // Two plain lists take a third of the memory of one list of weeks; thousands of keywords are kept.
  private readonly weeks: string[] = [];
  private readonly demand: number[] = [];

  static from(summary: Summary): RunningSummary {
    const running = new RunningSummary();
    Object.assign(running.stated, summary.stated);
    Object.assign(running.estimated, summary.estimated);
    running.newestAt = summary.newestAt;
    running.lastObservedAt = summary.lastObservedAt;
    running.lastFailure = summary.lastFailure;
    running.origins = summary.origins;
    running.lastWeekStated = summary.lastWeekStated;
    for (const { date, value } of summary.trend) {
      running.weeks.push(date);
      running.demand.push(value);
    }
    return running;
  }

  get trend(): Summary['trend'] {
    return this.weeks.map((date, index) => ({ date, value: this.demand[index] ?? NaN }));
  }

  override add(moment: readonly Counted[]): void {
    super.add(moment);
    let looked = false;
    for (const { origin, kind, failure, occurredAt } of moment) {
      if (!this.origins.includes(origin)) this.origins = [...this.origins, origin].toSorted();
      this.newestAt = occurredAt;
      if (failure) this.lastFailure = { reason: failure.reason, detail: failure.detail, occurredAt };
      looked ||= kind === 'look';
    }
    if (looked) this.lastFailure = null;
  }

  protected override hear(
    name: MetricName,
    stated: SourcedMetric | undefined,
    estimated: SourcedMetric | undefined,
  ): void {
    super.hear(name, stated, estimated);
    const best = stated ?? estimated;
    if (name === 'searchVolume' && best) this.addWeek(best);
  }

  private addWeek(best: SourcedMetric): void {
    const week = bucketOf(best.observedAt, 'week');
    const stated = isStated(best);
    if (this.weeks.at(-1) === week) {
      if (this.lastWeekStated && !stated) return;
      this.demand[this.demand.length - 1] = best.value;
    } else {
      this.weeks.push(week);
      this.demand.push(best.value);
      if (this.weeks.length > TREND_WEEKS) {
        this.weeks.shift();
        this.demand.shift();
      }
    }
    this.lastWeekStated = stated;
  }
}

// All names at once, so that every summary has them in one order and one shape.
const noMetrics = (): SourcedMetrics => Object.fromEntries(METRICS.map((name) => [name, undefined]));

/** @param observations in any order */
export function summarise(observations: readonly Counted[]): RunningSummary {
  const summary = new RunningSummary();
  for (const moment of byMoment(observations.toSorted(inOrder))) summary.add(moment);
  return summary;
}

/** @param observations in order */
export function byMoment(observations: readonly Counted[]): Counted[][] {
  const moments: Counted[][] = [];
  for (const observation of observations) {
    const last = moments.at(-1);
    if (last?.[0]?.occurredAt === observation.occurredAt) last.push(observation);
    else moments.push([observation]);
  }
  return moments;
}
