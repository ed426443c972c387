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
type SourcedMetrics = { readonly [Name in MetricName]?: SourcedMetric | undefined };

/** Weekly demand: the Monday of the week, and whether the value was stated rather than estimated. */
export interface WeeklyDemand {
  readonly date: string;
  readonly value: number;
  readonly stated: boolean;
}

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
  readonly stated: SourcedMetrics;
  /** The newest estimate of each metric. */
  readonly estimated: SourcedMetrics;
  readonly trend: readonly WeeklyDemand[];
}

export const NOTHING_OBSERVED: Summary = {
  newestAt: null,
  lastObservedAt: null,
  lastFailure: null,
  origins: [],
  stated: {},
  estimated: {},
  trend: [],
};

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
    for (const { metrics, source, origin, occurredAt, eventId, workspace } of moment) {
      const metric = metrics?.[name];
      if (!metric) continue;
      const teller = `${workspace ?? ''}|${source}`;
      bySource.delete(teller); // so that the newest statement comes last
      bySource.set(teller, { ...metric, source, origin, observedAt: occurredAt, observationId: eventId });
    }
    return [...bySource.values()];
  });
}

/**
 * Adds observations to a summary. All of them are newer than its newest, and in order; so adding them one by one, in any
 * pieces that do not part a moment, or all at once comes to the same.
 */
export function advance(summary: Summary, observations: readonly Counted[]): Summary {
  const origins = new Set(summary.origins);
  const stated = { ...summary.stated };
  const estimated = { ...summary.estimated };
  const trend = [...summary.trend];
  let { newestAt, lastObservedAt, lastFailure } = summary;
  for (const moment of byMoment(observations)) {
    for (const { origin, metrics, failure, occurredAt } of moment) {
      origins.add(origin);
      newestAt = occurredAt;
      if (metrics) lastObservedAt = occurredAt;
      if (failure) lastFailure = { ...failure, occurredAt };
    }
    statements(moment).forEach((told, index) => {
      const name = METRICS[index];
      if (!name) return;
      for (const metric of told) (isStated(metric) ? stated : estimated)[name] = metric;
      if (name === 'searchVolume') addWeek(trend, told);
    });
    if (moment.some(({ kind }) => kind === 'look')) lastFailure = null;
  }
  return {
    newestAt,
    lastObservedAt,
    lastFailure,
    origins: [...origins].toSorted(),
    stated,
    estimated,
    trend: trend.slice(-TREND_WEEKS),
  };
}

/** @param observations in any order */
export const summarise = (observations: readonly Counted[]): Summary =>
  advance(NOTHING_OBSERVED, observations.toSorted(inOrder));

function byMoment(observations: readonly Counted[]): Counted[][] {
  const moments: Counted[][] = [];
  for (const observation of observations) {
    const last = moments.at(-1);
    if (last?.[0]?.occurredAt === observation.occurredAt) last.push(observation);
    else moments.push([observation]);
  }
  return moments;
}

function addWeek(trend: WeeklyDemand[], told: readonly SourcedMetric[]): void {
  const best = told.findLast(isStated) ?? told.at(-1);
  if (!best) return;
  const week = { date: bucketOf(best.observedAt, 'week'), value: best.value, stated: isStated(best) };
  const last = trend.at(-1);
  if (last?.date !== week.date) trend.push(week);
  else if (week.stated || !last.stated) trend[trend.length - 1] = week;
}
