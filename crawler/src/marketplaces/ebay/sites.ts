import type { Country } from '../../../../backend/contracts/values/country.js';
import type { Site } from '../marketplace.js';

/** A site of eBay and its number, which the suggestions ask for and every page names in its last comment. */
export interface EbaySite extends Site {
  readonly siteId: number;
}

const site = (tld: string, siteId: number, currency: string, language: string): EbaySite => ({
  host: `www.ebay.${tld}`,
  suggestHost: 'autosug.ebaystatic.com',
  siteId,
  currency,
  language,
});

export const EBAY_SITES = {
  US: site('com', 0, 'USD', 'en-US'),
  CA: site('ca', 2, 'CAD', 'en-CA'),
  GB: site('co.uk', 3, 'GBP', 'en-GB'),
  AU: site('com.au', 15, 'AUD', 'en-AU'),
  AT: site('at', 16, 'EUR', 'de-AT'),
  BE: { ...site('be', 23, 'EUR', 'fr-BE'), host: 'www.befr.ebay.be' },
  FR: site('fr', 71, 'EUR', 'fr-FR'),
  DE: site('de', 77, 'EUR', 'de-DE'),
  IT: site('it', 101, 'EUR', 'it-IT'),
  NL: site('nl', 146, 'EUR', 'nl-NL'),
  ES: site('es', 186, 'EUR', 'es-ES'),
  CH: site('ch', 193, 'CHF', 'de-CH'),
  IE: site('ie', 205, 'EUR', 'en-IE'),
  PL: site('pl', 212, 'PLN', 'pl-PL'),
  SG: site('com.sg', 216, 'SGD', 'en-SG'),
} as const satisfies Partial<Record<Country, EbaySite>>;

/** Currency of the site that a page comes from; null where neither number nor host is one of ours. */
export function currencyOfSite(siteId: number | null, host: string | null): string | null {
  const sites: EbaySite[] = Object.values(EBAY_SITES);
  const found = sites.find((one) => one.host === host) ?? sites.find((one) => one.siteId === siteId);
  return found?.currency ?? null;
}
