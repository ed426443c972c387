import type { Marketplace, Suggestion } from '../../api/types.js';

export interface SuggestionGroup {
  keyword: string;
  marketplaces: Marketplace[];
}

/** One row per keyword, in the order of first appearance, with the marketplaces that know it. */
export function groupSuggestions(suggestions: readonly Suggestion[], limit: number): SuggestionGroup[] {
  const groups = new Map<string, SuggestionGroup>();
  for (const { keyword, marketplace } of suggestions) {
    const key = keyword.normalize('NFC').toLowerCase();
    const group = groups.get(key) ?? { keyword, marketplaces: [] };
    if (!group.marketplaces.includes(marketplace)) group.marketplaces.push(marketplace);
    groups.set(key, group);
  }
  return [...groups.values()].slice(0, limit);
}
