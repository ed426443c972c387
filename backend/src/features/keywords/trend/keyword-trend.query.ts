import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Problem } from '../../../platform/http/problem.js';
import { KeywordTables } from '../reading/keyword-tables.js';
import { observationsKnown } from '../reading/observations-known.js';
import { formulasAt } from '../scoring/formulas.js';
import type { KeywordTrendDto, KeywordTrendQuery } from './keyword-trend.dto.js';
import { failedLooks, opportunitySeries, seriesOf } from './series.js';
import { UNIT_OF } from './units.js';

export class GetKeywordTrend extends Query<KeywordTrendDto> {
  constructor(
    readonly id: string,
    readonly workspace: string,
    readonly wanted: KeywordTrendQuery,
  ) {
    super();
  }
}

@QueryHandler(GetKeywordTrend)
export class GetKeywordTrendHandler implements IQueryHandler<GetKeywordTrend> {
  constructor(private readonly tables: KeywordTables) {}

  async execute({ id, workspace, wanted }: GetKeywordTrend): Promise<KeywordTrendDto> {
    const { metric, interval, from, to, asOf, minPosition } = wanted;
    if (from !== undefined && to !== undefined && from > to) throw Problem.ofField('to', 'lies before from');
    const { freshness } = await this.tables.known(id, workspace, minPosition);
    const formulas = formulasAt(asOf);
    const observations = await observationsKnown(this.tables, {
      keywordIds: [id],
      workspace,
      asOf,
      from,
      to,
      formulas,
    });
    const { points, ...currency } =
      metric === 'opportunity'
        ? opportunitySeries(observations, interval, formulas)
        : seriesOf(observations, metric, interval);
    const all = [...points, ...failedLooks(observations, interval)];
    return {
      metric,
      unit: UNIT_OF[metric],
      ...currency,
      interval,
      points: all.toSorted((a, b) => compare(a.date, b.date) || compare(a.observedAt, b.observedAt)),
      ...(asOf === undefined ? {} : { asOf }),
      ...freshness,
    };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
