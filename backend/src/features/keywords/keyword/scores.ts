import type { MetricName } from '../../../../contracts/values/measure.js';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import type { KeywordTables } from '../reading/keyword-tables.js';
import type { KeywordItem } from '../projection/keyword-item.js';
import type { Figure } from '../scoring/bounds.js';
import type { Inputs } from '../scoring/formula.js';
import type { Formulas } from '../scoring/formulas.js';
import type { ScoreDto } from './keyword.dto.js';

type Look = DataOf<'observation.KeywordObserved.v1'>;

/** What each score of a look is made from. Two numbers of one band share its inputs. */
const FORMULA_OF = {
  searchVolume: 'demand',
  competition: 'competition',
  averagePrice: 'priceBand',
  minPrice: 'priceBand',
  maxPrice: 'priceBand',
} as const satisfies { [Name in MetricName]?: keyof Formulas };

/** "Why this number", for every number of the item that a formula gave: the formula is run again on what it saw. */
export async function scoresOf(
  item: KeywordItem,
  formulas: Formulas,
  tables: KeywordTables,
): Promise<Record<string, ScoreDto>> {
  const scored = Object.entries(FORMULA_OF).flatMap(([name, formula]) => {
    const metric = item.metrics[name as MetricName];
    return metric?.formula === undefined ? [] : [{ name, formula, metric }];
  });
  const looks = await looksOf([...new Set(scored.map(({ metric }) => metric.observationId))], tables);
  const scores: Record<string, ScoreDto> = {};
  for (const { name, formula, metric } of scored) {
    const look = looks.get(metric.observationId);
    const inputs = look && formulas[formula].score(look)?.inputs;
    if (!inputs) continue;
    scores[name] = score(metric, metric.formula ?? formulas[formula].version, {
      ...inputs,
      observationId: metric.observationId,
      observedAt: metric.observedAt,
      source: metric.source,
    });
  }
  const { searchVolume, competition } = item.metrics;
  if (item.opportunity && searchVolume && competition)
    scores['opportunity'] = score(item.opportunity, item.opportunity.formula, { searchVolume, competition });
  return scores;
}

const score = ({ value, maxValue, relation }: Figure, formula: string, inputs: Inputs): ScoreDto => ({
  value,
  ...(maxValue === undefined ? {} : { maxValue }),
  relation,
  formula,
  inputs,
});

async function looksOf(ids: readonly string[], tables: KeywordTables): Promise<Map<string, Look>> {
  if (ids.length === 0) return new Map();
  const rows = await tables.read<{ event_id: string; data: string }>(
    (schema) => `select event_id, data from ${schema}.observation where event_id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ event_id, data }) => [event_id, JSON.parse(data) as Look]));
}
