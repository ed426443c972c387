import type { Relation } from '../../api/types.js';
import type { Unit } from '../../api/vocabulary.js';

/** A value with how the true one stands to it; money in minor units of its currency. */
export interface Measure {
  value: number;
  maxValue?: number | undefined;
  relation?: Relation | undefined;
  currency?: string | undefined;
}

export type FigureStyle = 'compact' | 'exact';

const SIGNS: Record<Relation, string> = { eq: '', range: '', gt: '> ', gte: '≥ ', lt: '< ' };
// Keeps the sign and its number on one line.
const NO_BREAK = '\u00a0';

/** How many minor units make one of the currency: 100 for EUR, 1 for JPY. */
export function minorUnits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return 10 ** (maximumFractionDigits ?? 2);
}

/**
 * Writes a measure as a person reads it: "≥ 95K", "> 100,000", "€3.50 – €12.00". Compact shortens counts of 10,000
 * and more; money, shares (0 to 1) and scores (0 to 100) are written alike in both styles.
 */
export function formatMeasure(measure: Measure, unit: Unit, locale: string, style: FigureStyle): string {
  const format = numberFormat(unit, measure, locale, style);
  const scale = unit === 'money' && measure.currency ? minorUnits(measure.currency) : 1;
  const low = measure.value / scale;
  if (measure.relation === 'range' && measure.maxValue !== undefined && measure.maxValue !== measure.value) {
    return format.formatRange(low, measure.maxValue / scale);
  }
  return `${SIGNS[measure.relation ?? 'eq'].replace(' ', NO_BREAK)}${format.format(low)}`;
}

function numberFormat(unit: Unit, measure: Measure, locale: string, style: FigureStyle): Intl.NumberFormat {
  switch (unit) {
    case 'money':
      return measure.currency
        ? new Intl.NumberFormat(locale, {
            style: 'currency',
            currency: measure.currency,
            currencyDisplay: 'narrowSymbol',
          })
        : new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    case 'share':
      return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    case 'score':
      return new Intl.NumberFormat(locale, { maximumFractionDigits: style === 'exact' ? 1 : 0 });
    case 'count':
      return style === 'compact' && Math.max(measure.value, measure.maxValue ?? 0) >= 10_000
        ? new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 })
        : new Intl.NumberFormat(locale, { maximumFractionDigits: measure.value < 10 ? 1 : 0 });
  }
}
