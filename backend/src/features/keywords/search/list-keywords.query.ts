import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Cursors } from '../../../platform/http/cursors.js';
import { normalizeKeyword } from '../../../../contracts/values/keyword.js';
import { KeywordTables } from '../reading/keyword-tables.js';
import { filterOf, SIMILAR_ENOUGH } from './filter.js';
import { readPage, type Place } from './keyset.js';
import type { ListKeywordsQuery, Match } from './list-keywords.dto.js';
import { SORTS } from './sorts.js';

/** Answers with the JSON of a KeywordPageDto. */
export class ListKeywords extends Query<string> {
  constructor(readonly wanted: ListKeywordsQuery) {
    super();
  }
}

/** Below this a text has no trigram of its own, and everything would look like it. */
const SHORTEST_SIMILAR = 3;

@QueryHandler(ListKeywords)
export class ListKeywordsHandler implements IQueryHandler<ListKeywords> {
  constructor(
    private readonly tables: KeywordTables,
    private readonly cursors: Cursors,
  ) {}

  async execute({ wanted }: ListKeywords): Promise<string> {
    const { marketplace, country, minVolume, sort, limit, cursor, minPosition } = wanted;
    const text = normalizeKeyword(wanted.query ?? '');
    const list = JSON.stringify(['keywords', text, marketplace, country, minVolume, sort]);
    const place = cursor === undefined ? undefined : placeOf(this.cursors.read(list, cursor));
    const freshness = await this.tables.freshness(minPosition);
    const page = async (match: Match) => {
      const filter = filterOf({ text, match, marketplace, country, minVolume });
      const settings: Record<string, string> =
        match === 'similar' ? { 'pg_trgm.word_similarity_threshold': SIMILAR_ENOUGH } : {};
      // One more than asked for tells whether there is a next page.
      return readPage(this.tables, { filter, settings, sort: SORTS[sort], after: place, size: limit + 1 });
    };
    let match: Match = place?.match ?? (text === '' ? 'all' : 'substring');
    let rows = await page(match);
    if (rows.length === 0 && match === 'substring' && !place && [...text].length >= SHORTEST_SIMILAR) {
      match = 'similar';
      rows = await page(match);
      if (rows.length === 0) match = 'substring';
    }
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const nextCursor = last ? this.cursors.issue(list, [match, last.place, last.id]) : null;
    const items = shown.map(({ item }) => item).join(',');
    const stale = freshness.stale ? ',"stale":true' : '';
    return `{"items":[${items}],"nextCursor":${JSON.stringify(nextCursor)},"match":"${match}"${stale}}`;
  }
}

function placeOf([match, value, id]: readonly unknown[]): Place & { readonly match: Match } {
  // Cursors are signed: what stands in one is what we wrote.
  return { match: match as Match, value: value as Place['value'], id: String(id) };
}
