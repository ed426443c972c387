import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Cursors } from '../../../platform/http/cursors.js';
import { normalizeKeyword } from '../../../../contracts/values/keyword.js';
import { KeywordTables } from '../reading/keyword-tables.js';
import { formulasAt } from '../scoring/formulas.js';
import { sentItem } from '../search-index/item-cache.js';
import { KeywordIndex, type IndexedPage, type IndexedRow } from '../search-index/keyword-index.js';
import { SHORTEST_SIMILAR } from '../search-index/search-index.js';
import { filterOf, SIMILAR_ENOUGH } from './filter.js';
import { readPage, type PageOptions, type Place } from './keyset.js';
import type { ListKeywordsQuery, Match } from './list-keywords.dto.js';
import { listAnswer, type ListAnswer } from './list-answer.js';
import { readPageAsOf } from './list-as-of.js';
import { withOwn } from './own-page.js';
import { seenBy } from './seen-by.js';
import { SORTS } from './sorts.js';

/** Answers with the JSON of a KeywordPageDto. */
export class ListKeywords extends Query<ListAnswer> {
  constructor(
    readonly wanted: ListKeywordsQuery,
    readonly workspace: string,
  ) {
    super();
  }
}

/** A list that is asked for, normalised. */
interface Asked extends ListKeywordsQuery {
  readonly workspace: string;
  readonly text: string;
  readonly place: MatchedPlace | undefined;
}

@QueryHandler(ListKeywords)
export class ListKeywordsHandler implements IQueryHandler<ListKeywords> {
  constructor(
    private readonly tables: KeywordTables,
    @Inject(KeywordIndex) private readonly index: Pick<KeywordIndex, 'page' | 'isOwner'>,
    private readonly cursors: Cursors,
  ) {}

  async execute({ wanted, workspace }: ListKeywords): Promise<ListAnswer> {
    const { marketplace, country, minVolume, sort, limit, cursor, asOf, minPosition } = wanted;
    const text = normalizeKeyword(wanted.query ?? '');
    const list = JSON.stringify(['keywords', text, marketplace, country, minVolume, sort, asOf]);
    const place = cursor === undefined ? undefined : placeOf(this.cursors.read(list, cursor));
    const freshness = await this.tables.freshness(minPosition);
    const asked: Asked = { ...wanted, workspace, text, place };
    const { match, rows } =
      (asOf === undefined ? await this.indexed(asked) : undefined) ??
      (await inFirstWay(asked, (way) => this.read(asked, way)));
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1)?.place() : undefined;
    const nextCursor = last ? this.cursors.issue(list, [match, last.value, last.id]) : null;
    return listAnswer(
      shown.map(({ item }) => item),
      { nextCursor, match, ...(asOf === undefined ? {} : { asOf }), ...freshness },
    );
  }

  /** The same answer as that of `read`, as long as the index can give it. */
  private async indexed(asked: Asked): Promise<IndexedPage | undefined> {
    const page = await this.indexPage(asked);
    if (!page || !this.index.isOwner(asked.workspace)) return page;
    let known = true;
    const blended = await inFirstWay(asked, async (match) => {
      const shared = match === page.match ? page : await this.indexPage(asked, match);
      const rows = shared && (await withOwn(shared.rows, asked.workspace, pageOptions(asked, match), this.tables)); // prettier-ignore
      known &&= rows !== undefined;
      return rows ?? [];
    });
    return known ? blended : undefined;
  }

  private indexPage(asked: Asked, match?: Match): Promise<IndexedPage | undefined> {
    const { text, marketplace, country, minVolume, sort, place, limit } = asked;
    const after = place && { ...place, value: place.value ?? undefined };
    const only = match === undefined ? {} : { match };
    return this.index.page({ text, marketplace, country, minVolume, sort, after, size: limit + 1, ...only });
  }

  private async read(asked: Asked, match: Match): Promise<IndexedRow[]> {
    const { workspace, asOf } = asked;
    const options = pageOptions(asked, match);
    const rows = await (asOf === undefined
      ? readPage(this.tables, { ...options, sources: seenBy(workspace) })
      : readPageAsOf(this.tables, options, { asOf, workspace, formulas: formulasAt(asOf) }));
    return rows.map(({ item, place: value, id }) => ({ item: sentItem(item), place: () => ({ value, id }) }));
  }
}

function pageOptions(asked: Asked, match: Match): Omit<PageOptions, 'sources'> {
  const { text, marketplace, country, minVolume, sort, place, limit } = asked;
  return {
    filter: filterOf({ text, match, marketplace, country, minVolume }),
    settings: match === 'similar' ? { 'pg_trgm.word_similarity_threshold': SIMILAR_ENOUGH } : {},
    sort: SORTS[sort],
    after: place,
    // One more than asked for tells whether there is a next page.
    size: limit + 1,
  };
}

/** What holds the text; where nothing does, what is spelled like it. A further page is found as the first was. */
async function inFirstWay(
  { text, place }: Asked,
  find: (match: Match) => Promise<readonly IndexedRow[]>,
): Promise<IndexedPage> {
  const first: Match = place?.match ?? (text === '' ? 'all' : 'substring');
  const rows = await find(first);
  if (rows.length > 0 || first !== 'substring' || place || [...text].length < SHORTEST_SIMILAR)
    return { match: first, rows };
  const similar = await find('similar');
  return similar.length > 0 ? { match: 'similar', rows: similar } : { match: first, rows: [] };
}

type MatchedPlace = Place & { readonly match: Match };

function placeOf([match, value, id]: readonly unknown[]): MatchedPlace {
  // Cursors are signed: what stands in one is what we wrote.
  return { match: match as Match, value: value as Place['value'], id: String(id) };
}
