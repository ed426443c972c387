import type { Country } from '../../../../backend/contracts/values/country.js';
import type { Site } from '../marketplace.js';

/** Etsy has one host; the country is the first part of the path. */
export interface EtsySite extends Site {
  /** "" for the United States, otherwise such as "/de". */
  readonly pathPrefix: string;
}

const site = (pathPrefix: string, currency: string, language: string): EtsySite => ({
  host: 'www.etsy.com',
  suggestHost: 'www.etsy.com',
  pathPrefix,
  currency,
  language,
});

export const ETSY_SITES = {
  US: site('', 'USD', 'en-US'),
  GB: site('/uk', 'GBP', 'en-GB'),
  DE: site('/de', 'EUR', 'de-DE'),
  FR: site('/fr', 'EUR', 'fr-FR'),
  IT: site('/it', 'EUR', 'it-IT'),
  ES: site('/es', 'EUR', 'es-ES'),
  NL: site('/nl', 'EUR', 'nl-NL'),
  PL: site('/pl', 'PLN', 'pl-PL'),
  CA: site('/ca', 'CAD', 'en-CA'),
  AU: site('/au', 'AUD', 'en-AU'),
  JP: site('/jp', 'JPY', 'ja-JP'),
  MX: site('/mx', 'MXN', 'es-MX'),
  IE: site('/ie', 'EUR', 'en-IE'),
  AT: site('/at', 'EUR', 'de-AT'),
  CH: site('/ch', 'CHF', 'de-CH'),
  IN: site('/in-en', 'INR', 'en-IN'),
  SG: site('/sg-en', 'SGD', 'en-SG'),
} as const satisfies Partial<Record<Country, EtsySite>>;

/** Currency of the country in an address' path; null where the address is none of Etsy's searches. */
export function currencyOfPath(address: string | undefined): string | null {
  const path = /^https?:\/\/(?:www\.)?etsy\.com(\/[^?#]*)/u.exec(address ?? '')?.[1];
  if (path === undefined) return null;
  const sites: EtsySite[] = Object.values(ETSY_SITES);
  return (
    sites.find((one) => one.pathPrefix !== '' && path.startsWith(`${one.pathPrefix}/`))?.currency ?? null
  );
}
