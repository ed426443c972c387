import { countrySchema } from '../../../backend/contracts/values/country.js';
import { marketplaceSchema } from '../../../backend/contracts/values/marketplace.js';
import type { ParsedSearchPage, ParsedSuggestPage } from './parsed-page.js';
import { bodyText } from './reading/page-body.js';
import { MARKETPLACE_REGISTRY } from './registry.js';
import { parseWalmartSearch } from './walmart/search.parser.js';

export interface SavedPage {
  readonly marketplace: string;
  readonly page: string;
  readonly body: string | Uint8Array;
  /** Decides only what the page itself leaves open; US by default. */
  readonly country?: string;
}

/**
 * What a page saved to a file gives, in the shape that the command line prints: plain review counts, and no field
 * that the page does not fill.
 * @throws Error with one line that says what is wrong: unknown marketplace, kind of page or country, or a file that
 * holds no text
 */
export function parseSavedPage(saved: SavedPage): object {
  const country = countrySchema.safeParse((saved.country ?? 'US').toUpperCase().replace(/^UK$/u, 'GB'));
  if (!country.success)
    throw new Error(`unknown country ${quoted(saved.country ?? '')}: give a code such as US or DE`);
  if (saved.page !== 'search' && saved.page !== 'suggest')
    throw new Error(`unknown kind of page ${quoted(saved.page)}: it is search or suggest`);
  const page = { body: readableText(saved.body) };
  if (saved.marketplace === 'walmart') return inContractShape(parseWalmartSearch(page));
  const name = marketplaceSchema.safeParse(saved.marketplace);
  if (!name.success) {
    const known = [...marketplaceSchema.options, 'walmart'].join(', ');
    throw new Error(`unknown marketplace ${quoted(saved.marketplace)}: it is one of ${known}`);
  }
  const marketplace = MARKETPLACE_REGISTRY[name.data];
  // A file says nothing of where it was asked: a marketplace without a site there is read as its first one.
  const ask = { country: marketplace.sites[country.data] ? country.data : 'US' } as const;
  return inContractShape(marketplace[saved.page].parse(page, ask));
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 40));

function readableText(body: string | Uint8Array): string {
  const isWide = typeof body !== 'string' && /^(?:255,254|254,255)/u.test(body.subarray(0, 2).join(','));
  const text = bodyText(body);
  if (text.trim() === '') throw new Error('the file is empty: there is no page in it');
  const odd = [...text.slice(0, 4_000)].filter(
    (character) => /[\p{Cc}\uFFFD]/u.test(character) && !/\s/u.test(character),
  );
  if (!isWide && (text.slice(0, 4_000).includes('\0') || odd.length > 40))
    throw new Error('the file holds no text: save the page as HTML or JSON, not compressed');
  return text;
}

function inContractShape(parsed: ParsedSearchPage | ParsedSuggestPage): object {
  if (parsed.kind === 'search')
    return {
      kind: parsed.kind,
      ...(parsed.keyword === null ? {} : { keyword: parsed.keyword }),
      ...(parsed.resultCount === null
        ? {}
        : { resultCount: { value: parsed.resultCount.value, relation: parsed.resultCount.relation } }),
      listings: parsed.listings.map(({ price, reviewCount, ...listing }) => ({
        id: listing.id,
        title: listing.title,
        price: price && {
          minor: price.minor,
          ...(price.maxMinor === undefined ? {} : { maxMinor: price.maxMinor }),
          currency: price.currency,
        },
        rating: listing.rating,
        reviewCount: reviewCount?.value ?? null,
        sponsored: listing.sponsored,
        fallback: listing.fallback,
        place: listing.place,
      })),
      ...(parsed.nextPage === null ? {} : { nextPage: parsed.nextPage }),
    };
  if (parsed.kind === 'suggest')
    return {
      kind: parsed.kind,
      ...(parsed.prefix === null ? {} : { keyword: parsed.prefix }),
      suggestions: parsed.suggestions,
    };
  return { kind: parsed.kind, reason: parsed.reason };
}
