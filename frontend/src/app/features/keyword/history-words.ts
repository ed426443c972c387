import type { HistoryEvent } from '../../api/types.js';

/** What an event of the history says, taken apart for a sentence in any language. */
export type HistoryFact =
  | { fact: 'looked'; marketplace: string; listings: number; resultCount: Count | null }
  | { fact: 'suggested'; count: number }
  | { fact: 'failed'; reason: string; detail: string }
  | { fact: 'reported'; metrics: string[] }
  | { fact: 'retracted'; why: string }
  | { fact: 'tracked' | 'untracked' | 'other' };

interface Count {
  value: number;
  maxValue?: number | undefined;
  relation: 'eq' | 'gt' | 'gte' | 'lt' | 'range';
}

/** Reads an event by its type without the version: a later version of the same fact reads as this one. */
export function factOf({ type, data }: Pick<HistoryEvent, 'type' | 'data'>): HistoryFact {
  switch (type.replace(/\.v\d+$/, '')) {
    case 'observation.KeywordObserved':
      return {
        fact: 'looked',
        marketplace: text(data['marketplace']),
        listings: list(data['listings']).length,
        resultCount: isCount(data['resultCount']) ? data['resultCount'] : null,
      };
    case 'observation.SuggestionsObserved':
      return { fact: 'suggested', count: list(data['suggestions']).length };
    case 'observation.Failed':
      return { fact: 'failed', reason: text(data['reason']), detail: text(data['detail']) };
    case 'observation.MetricsReported':
      return { fact: 'reported', metrics: Object.keys(record(data['metrics'])) };
    case 'observation.Retracted':
      return { fact: 'retracted', why: text(data['why']) };
    case 'tracking.KeywordTracked':
      return { fact: 'tracked' };
    case 'tracking.KeywordUntracked':
      return { fact: 'untracked' };
    default:
      return { fact: 'other' };
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function isCount(value: unknown): value is Count {
  const count = record(value);
  return 'value' in count && typeof count.value === 'number' && 'relation' in count;
}
