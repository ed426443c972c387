import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Cursors } from '../../../platform/http/cursors.js';
import { normalizeKeyword } from '../../../../contracts/values/keyword.js';
import { KeywordTables } from '../reading/keyword-tables.js';
import { formulasAt } from '../scoring/formulas.js';
import { sentItem } from '../search-index/item-cache.js';
import { KeywordIndex, type IndexedPage } from '../search-index/keyword-index.js';
import { SHORTEST_SIMILAR } from '../search-index/search-index.js';
import { filterOf, SIMILAR_ENOUGH } from './filter.js';
import { readPage, type PageRow, type Place } from './keyset.js';
import type { ListKeywordsQuery, Match } from './list-keywords.dto.js';
import { listAnswer, type ListAnswer } from './list-answer.js';
import { readPageAsOf } from './list-as-of.js';
import { SORTS } from './sorts.js';

/** Answers with the JSON of a KeywordPageDto. */
export class ListKeywords extends Query<ListAnswer> {
  constructor(readonly wanted: ListKeywordsQuery) {
    super();
  }
}

@QueryHandler(ListKeywords)
export class ListKeywordsHandler implements IQueryHandler<ListKeywords> {
  constructor(
    private readonly tables: KeywordTables,
    @Inject(KeywordIndex) private readonly index: Pick<KeywordIndex, 'page'>,
    private readonly cursors: Cursors,
  ) {}

  async execute({ wanted }: ListKeywords): Promise<ListAnswer> {
    const { marketplace, country, minVolume, sort, limit, cursor, asOf, minPosition } = wanted;
    const text = normalizeKeyword(wanted.query ?? '');
    const list = JSON.stringify(['keywords', text, marketplace, country, minVolume, sort, asOf]);
    const place = cursor === undefined ? undefined : placeOf(this.cursors.read(list, cursor));
    const freshness = await this.tables.freshness(minPosition);
    const { match, rows } =
      (asOf === undefined ? await this.indexed(wanted, text, place) : undefined) ??
      (await this.read(wanted, text, place));
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1)?.place() : undefined;
    const nextCursor = last ? this.cursors.issue(list, [match, last.value, last.id]) : null;
    return listAnswer(
      shown.map(({ item }) => item),
      { nextCursor, match, ...(asOf === undefined ? {} : { asOf }), ...freshness },
    );
  }

  /** The same answer as that of `read`, as long as the index can give it. */
  private async indexed(
    { marketplace, country, minVolume, sort, limit }: ListKeywordsQuery,
    text: string,
    place: MatchedPlace | undefined,
  ): Promise<IndexedPage | undefined> {
    const after = place && { ...place, value: place.value ?? undefined };
    return this.index.page({ text, marketplace, country, minVolume, sort, after, size: limit + 1 });
  }

  private async read(
    { marketplace, country, minVolume, sort, limit, asOf }: ListKeywordsQuery,
    text: string,
    place: MatchedPlace | undefined,
  ): Promise<IndexedPage> {
    const page = async (match: Match) => {
      const filter = filterOf({ text, match, marketplace, country, minVolume });
      const settings: Record<string, string> =
        match === 'similar' ? { 'pg_trgm.word_similarity_threshold': SIMILAR_ENOUGH } : {};
      // One more than asked for tells whether there is a next page.
      const options = { filter, settings, sort: SORTS[sort], after: place, size: limit + 1 };
      return asOf === undefined
        ? readPage(this.tables, options)
        : readPageAsOf(this.tables, options, { asOf, formulas: formulasAt(asOf) });
    };
    const first: Match = place?.match ?? (text === '' ? 'all' : 'substring');
    const sent = (found: readonly PageRow[]) =>
      found.map(({ item, place: value, id }) => ({ item: sentItem(item), place: () => ({ value, id }) }));
    const rows = await page(first);
    if (rows.length > 0 || first !== 'substring' || place || [...text].length < SHORTEST_SIMILAR)
      return { match: first, rows: sent(rows) };
    const similar = await page('similar');
    return similar.length > 0 ? { match: 'similar', rows: sent(similar) } : { match: first, rows: [] };
  }
}

type MatchedPlace = Place & { readonly match: Match };

function placeOf([match, value, id]: readonly unknown[]): MatchedPlace {
  // Cursors are signed: what stands in one is what we wrote.
  return { match: match as Match, value: value as Place['value'], id: String(id) };
}
