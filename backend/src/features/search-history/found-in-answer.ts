/** What a search gave, in short. */
export interface Found {
  /** How many keywords the page showed. */
  readonly resultCount: number;
  readonly match: 'substring' | 'similar';
  /** The past moment that was asked about, ISO 8601. */
  readonly asOf?: string;
  readonly top: readonly TopKeyword[];
}

export interface TopKeyword {
  readonly keyword: string;
  readonly demand: Demand | null;
}

export interface Demand {
  readonly value: number;
  readonly maxValue?: number;
  readonly relation: string;
  readonly kind: string;
}

interface Item {
  readonly keyword: string;
  readonly metrics: { readonly searchVolume?: Demand };
}

interface Page {
  readonly items: readonly Item[];
  readonly match: string;
  readonly asOf?: string;
}

const TOP = 3;
const ITEMS = Buffer.from('{"items":[');
// Quotes inside of a JSON string are escaped: what stands here is no part of any text.
const ITEM = Buffer.from('{"id":"');
const REST = Buffer.from('],"nextCursor":');

/**
 * Reads a page of the list of keywords as it was sent. Of its hundred thousand bytes the first three items and the end are parsed and
 * the others counted; an answer that is not laid out like that is parsed whole. Undefined where nothing was searched for.
 */
export function foundInAnswer(answer: Buffer): Found | undefined {
  const { page, resultCount } = atItsEnds(answer) ?? whole(answer);
  if (page.match !== 'substring' && page.match !== 'similar') return undefined;
  return {
    resultCount,
    match: page.match,
    ...(page.asOf === undefined ? {} : { asOf: page.asOf }),
    top: page.items
      .slice(0, TOP)
      .map(({ keyword, metrics }) => ({ keyword, demand: inShort(metrics.searchVolume) })),
  };
}

interface Read {
  readonly page: Page;
  readonly resultCount: number;
}

function atItsEnds(answer: Buffer): Read | undefined {
  const end = answer.lastIndexOf(REST);
  if (end < 0 || answer.compare(ITEMS, 0, ITEMS.length, 0, ITEMS.length) !== 0) return undefined;
  const starts: number[] = [];
  for (let at = ITEMS.length; ;) {
    at = answer.indexOf(ITEM, at);
    if (at < 0 || at > end) break;
    starts.push(at);
    at += ITEM.length;
  }
  try {
    const items = starts.slice(0, TOP).map((start, index) => {
      const next = starts[index + 1];
      return JSON.parse(answer.toString('utf8', start, next === undefined ? end : next - 1)) as Item;
    });
    const rest = JSON.parse(`{${answer.toString('utf8', end + 2)}`) as Omit<Page, 'items'>;
    return { page: { ...rest, items }, resultCount: starts.length };
  } catch {
    return undefined;
  }
}

function whole(answer: Buffer): Read {
  const page = JSON.parse(answer.toString('utf8')) as Page;
  return { page, resultCount: page.items.length };
}

const inShort = (demand: Demand | undefined): Demand | null =>
  demand === undefined
    ? null
    : {
        value: demand.value,
        ...(demand.maxValue === undefined ? {} : { maxValue: demand.maxValue }),
        relation: demand.relation,
        kind: demand.kind,
      };
