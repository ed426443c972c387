import { COUNTRIES, type Country } from '../../contracts/values/country.js';
import type { Marketplace } from '../../contracts/values/marketplace.js';

/** A request as the imitated hosts understand it. */
export interface Visit {
  readonly host: string;
  readonly marketplace: Marketplace;
  readonly country: Country;
  readonly page: 'search' | 'suggest' | 'robots' | 'other';
  /** Keyword or prefix, empty where the request names none. */
  readonly asked: string;
  readonly pageNumber: number;
  /** The path below the host, with its query, as links of the page need it. */
  readonly path: string;
  readonly params: URLSearchParams;
}

const AMAZON_TLDS: Readonly<Record<string, Country>> = {
  'com': 'US', 'co.uk': 'GB', 'de': 'DE', 'fr': 'FR', 'it': 'IT', 'es': 'ES', 'ca': 'CA', 'com.au': 'AU', 'co.jp': 'JP',
  'com.mx': 'MX', 'com.br': 'BR', 'nl': 'NL', 'se': 'SE', 'com.tr': 'TR', 'ae': 'AE', 'sa': 'SA', 'sg': 'SG',
  'com.be': 'BE', 'eg': 'EG', 'in': 'IN', 'ie': 'IE', 'pl': 'PL',
}; // prettier-ignore

/** The completion hosts serve several countries: `mid` tells which. */
const AMAZON_MIDS: Readonly<Record<string, Country>> = {
  ATVPDKIKX0DER: 'US', A1F83G8C2ARO7P: 'GB', A1PA6795UKMFR9: 'DE', A13V1IB3VIYZZH: 'FR', APJ6JRA9NG5V4: 'IT',
  A1RKKUPIHCS9HS: 'ES', A2EUQ1WTGCTBG2: 'CA', A1VC38T7YXB528: 'JP', A39IBJ37TRP1C6: 'AU', A1AM78C64UM0Y8: 'MX',
  A2Q3Y263D00KWC: 'BR', A1805IZSGTT6HS: 'NL', A2NODRKZP88ZB9: 'SE', A33AVAJ2PDY3EV: 'TR', A2VIGQ35RCS4UG: 'AE',
  A17E79C6D8DWNP: 'SA', A19VAU5U5O7RUS: 'SG', AMEN7PMS3EDWL: 'BE', ARBP9OOSHTCHU: 'EG', A21TJRUUN4KGV: 'IN',
  A28R8C7NBKEWEA: 'IE', A1C3SOZRARQ6R3: 'PL',
}; // prettier-ignore

const EBAY_TLDS: Readonly<Record<string, Country>> = {
  'com': 'US', 'co.uk': 'GB', 'de': 'DE', 'fr': 'FR', 'it': 'IT', 'es': 'ES', 'ca': 'CA', 'com.au': 'AU', 'nl': 'NL',
  'be': 'BE', 'at': 'AT', 'ch': 'CH', 'ie': 'IE', 'pl': 'PL', 'com.sg': 'SG', 'in': 'IN',
}; // prettier-ignore

export const EBAY_SITE_IDS: Readonly<Partial<Record<Country, number>>> = {
  US: 0, CA: 2, GB: 3, AU: 15, AT: 16, BE: 23, FR: 71, DE: 77, IT: 101, NL: 146, ES: 186, CH: 193, IN: 203, IE: 205,
  PL: 212, SG: 216,
}; // prettier-ignore

const countryOf = (code: string | undefined): Country | undefined => {
  const upper = code?.toUpperCase() === 'UK' ? 'GB' : code?.toUpperCase();
  return COUNTRIES.find((country) => country === upper);
};

/** Where a host shows every country the same address, the buyer's language tells, as it would his own address. */
const countryOfLanguage = (header: string | undefined): Country | undefined =>
  countryOf(/^[a-z]{2}-([A-Z]{2})/.exec(header ?? '')?.[1]);

const kindOfPath = (pathname: string, search: RegExp, suggest: RegExp): Visit['page'] =>
  pathname === '/robots.txt'
    ? 'robots'
    : search.test(pathname)
      ? 'search'
      : suggest.test(pathname)
        ? 'suggest'
        : 'other';

function placeOf(
  host: string,
  pathname: string,
  params: URLSearchParams,
  language: string | undefined,
): { marketplace: Marketplace; country: Country; page: Visit['page'] } | undefined {
  const [, amazonTld] = /^(?:www|completion)\.amazon\.([a-z.]+)$/.exec(host) ?? [];
  if (amazonTld) {
    const country = AMAZON_MIDS[params.get('mid') ?? ''] ?? AMAZON_TLDS[amazonTld];
    const page = kindOfPath(pathname, /^\/s\/?$/, /^\/api\/2017\/suggestions$/);
    return country && { marketplace: 'amazon', country, page };
  }
  const [, ebayTld] = /^www\.(?:benl\.|befr\.)?ebay\.([a-z.]+)$/.exec(host) ?? [];
  if (ebayTld) {
    const country = EBAY_TLDS[ebayTld];
    return country && { marketplace: 'ebay', country, page: kindOfPath(pathname, /^\/sch\//, /^\/autosug$/) };
  }
  if (host === 'autosug.ebaystatic.com' || host === 'autosug.ebay.com') {
    const site = Number(params.get('sId') ?? 0);
    const country = COUNTRIES.find((code) => EBAY_SITE_IDS[code] === site) ?? 'US';
    return { marketplace: 'ebay', country, page: kindOfPath(pathname, /^$/, /^\/autosug$/) };
  }
  if (host !== 'www.etsy.com') return undefined;
  const [, land] = /^\/([a-z]{2})(?:-[a-z]{2})?\//.exec(pathname) ?? [];
  const country = countryOf(land) ?? countryOfLanguage(language) ?? 'US';
  return {
    marketplace: 'etsy',
    country,
    page: kindOfPath(pathname, /\/search$/, /suggestions(_ajax\.php)?$/),
  };
}

const ASKED_IN = ['k', '_nkw', 'q', 'prefix', 'kwd', 'search_query'] as const;

/**
 * Reads `/<real host>/<path>?<query>` as that host would read `/<path>?<query>`.
 * undefined where no such host is imitated.
 */
export function readVisit(target: string, acceptLanguage: string | undefined): Visit | undefined {
  const url = new URL(target, 'http://sandbox');
  const [, host = '', pathname = '/'] = /^\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
  const place = placeOf(host, pathname, url.searchParams, acceptLanguage);
  if (!place) return undefined;
  const params = url.searchParams;
  const pageNumber = Number(params.get('page') ?? params.get('_pgn') ?? 1);
  return {
    host,
    ...place,
    asked: ASKED_IN.map((name) => params.get(name)).find((value) => value !== null) ?? '',
    pageNumber: Number.isInteger(pageNumber) && pageNumber > 0 ? pageNumber : 1,
    path: pathname + url.search,
    params,
  };
}
