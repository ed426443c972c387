import type { Country } from '../../../../backend/contracts/values/country.js';
import type { Site } from '../marketplace.js';

/** A site of Amazon and the marketplace id that its completion endpoint asks for. */
export interface AmazonSite extends Site {
  readonly marketplaceId: string;
}

const site = (tld: string, marketplaceId: string, currency: string, language: string): AmazonSite => ({
  host: `www.amazon.${tld}`,
  suggestHost: `completion.amazon.${tld}`,
  marketplaceId,
  currency,
  language,
});

export const AMAZON_SITES = {
  US: site('com', 'ATVPDKIKX0DER', 'USD', 'en-US'),
  GB: site('co.uk', 'A1F83G8C2ARO7P', 'GBP', 'en-GB'),
  DE: site('de', 'A1PA6795UKMFR9', 'EUR', 'de-DE'),
  FR: site('fr', 'A13V1IB3VIYZZH', 'EUR', 'fr-FR'),
  IT: site('it', 'APJ6JRA9NG5V4', 'EUR', 'it-IT'),
  ES: site('es', 'A1RKKUPIHCS9HS', 'EUR', 'es-ES'),
  CA: site('ca', 'A2EUQ1WTGCTBG2', 'CAD', 'en-CA'),
  JP: site('co.jp', 'A1VC38T7YXB528', 'JPY', 'ja-JP'),
  AU: site('com.au', 'A39IBJ37TRP1C6', 'AUD', 'en-AU'),
  MX: site('com.mx', 'A1AM78C64UM0Y8', 'MXN', 'es-MX'),
  BR: site('com.br', 'A2Q3Y263D00KWC', 'BRL', 'pt-BR'),
  NL: site('nl', 'A1805IZSGTT6HS', 'EUR', 'nl-NL'),
  SE: site('se', 'A2NODRKZP88ZB9', 'SEK', 'sv-SE'),
  TR: site('com.tr', 'A33AVAJ2PDY3EV', 'TRY', 'tr-TR'),
  AE: site('ae', 'A2VIGQ35RCS4UG', 'AED', 'en-AE'),
  SA: site('sa', 'A17E79C6D8DWNP', 'SAR', 'ar-SA'),
  SG: site('sg', 'A19VAU5U5O7RUS', 'SGD', 'en-SG'),
  BE: site('com.be', 'AMEN7PMS3EDWL', 'EUR', 'fr-BE'),
  PL: site('pl', 'A1C3SOZRARQ6R3', 'PLN', 'pl-PL'),
  IE: site('ie', 'A28R8C7NBKEWEA', 'EUR', 'en-IE'),
  IN: site('in', 'A21TJRUUN4KGV', 'INR', 'en-IN'),
  // The completion host of amazon.com answers 200 and an empty list for Egypt's id; the British one knows it.
  EG: { ...site('eg', 'ARBP9OOSHTCHU', 'EGP', 'ar-EG'), suggestHost: 'completion.amazon.co.uk' },
} as const satisfies Partial<Record<Country, AmazonSite>>;

/** Currency of the site that a page comes from, by its marketplace id or host; null where it names neither. */
export function currencyOfSite(marketplaceId: string | undefined, host: string | undefined): string | null {
  const sites: AmazonSite[] = Object.values(AMAZON_SITES);
  const found =
    sites.find((one) => one.marketplaceId === marketplaceId) ?? sites.find((one) => one.host === host);
  return found?.currency ?? null;
}
