import { METRICS, type MetricName } from '../../../../contracts/values/measure.js';
import { bucketOf, type Interval } from '../projection/buckets.js';
import { inOrder, isStated, statements, type Counted, type SourcedMetric } from '../projection/summary.js';
import type { Formulas } from '../scoring/formulas.js';
import type { TrendPointDto } from './keyword-trend.dto.js';

export interface Series {
  readonly points: readonly TrendPointDto[];
  readonly currency?: string;
}

/**
 * One value for each interval that has any: what was stated before what was estimated, then the latest. Money in one
 * currency, that of the newest value.
 */
export function seriesOf(observations: readonly Counted[], name: MetricName, interval: Interval): Series {
  const values = valuesOf(observations, name);
  const currency = values.at(-1)?.currency;
  const best = new Map<string, SourcedMetric>();
  for (const value of values) {
    if (value.currency !== currency) continue;
    const date = bucketOf(value.observedAt, interval);
    const before = best.get(date);
    if (!before || isStated(value) || !isStated(before)) best.set(date, value);
  }
  const points = [...best].map(([date, value]) => pointOf(date, value));
  return currency === undefined ? { points } : { points, currency };
}

/** The opportunity of each interval that has both demand and competition. */
export function opportunitySeries(
  observations: readonly Counted[],
  interval: Interval,
  formulas: Formulas,
): Series {
  const competitions = new Map(
    seriesOf(observations, 'competition', interval).points.map((point) => [point.date, point]),
  );
  const points = seriesOf(observations, 'searchVolume', interval).points.flatMap(
    (demand): TrendPointDto[] => {
      const competition = competitions.get(demand.date);
      if (!competition) return [];
      const scored = formulas.opportunity.score({
        searchVolume: figure(demand),
        competition: figure(competition),
      });
      if (!scored) return [];
      return [
        {
          date: demand.date,
          ...scored.result,
          kind: 'estimated',
          observedAt: demand.observedAt > competition.observedAt ? demand.observedAt : competition.observedAt,
          formula: formulas.opportunity.version,
        },
      ];
    },
  );
  return { points };
}

/** Failed looks, the newest of each reason in each interval. */
export function failedLooks(observations: readonly Counted[], interval: Interval): TrendPointDto[] {
  const newest = new Map<string, TrendPointDto>();
  for (const { failure, occurredAt, source, origin, eventId } of observations.toSorted(inOrder)) {
    if (!failure) continue;
    const date = bucketOf(occurredAt, interval);
    newest.set(`${date} ${failure.reason}`, {
      date,
      value: null,
      kind: 'failed',
      reason: failure.reason,
      detail: failure.detail,
      observedAt: occurredAt,
      source,
      origin,
      observationId: eventId,
    });
  }
  return [...newest.values()];
}

/** Every standing value of one metric, oldest first. */
function valuesOf(observations: readonly Counted[], name: MetricName): SourcedMetric[] {
  const moments = Map.groupBy(observations.toSorted(inOrder), ({ occurredAt }) => occurredAt);
  const index = METRICS.indexOf(name);
  return [...moments.values()].flatMap((moment) => statements(moment)[index] ?? []);
}

function pointOf(date: string, metric: SourcedMetric): TrendPointDto {
  const { value, maxValue, relation, kind, observedAt, source, origin, observationId, formula } = metric;
  return {
    date,
    value,
    ...(maxValue === undefined ? {} : { maxValue }),
    relation,
    kind,
    observedAt,
    source,
    origin,
    observationId,
    ...(formula === undefined ? {} : { formula }),
  };
}

const figure = ({ value, maxValue, relation }: TrendPointDto) => ({
  value: value ?? 0,
  maxValue,
  relation: relation ?? 'eq',
});
