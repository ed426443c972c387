import type { Country } from '../../../contracts/values/country.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';

/** What one US dollar costs; fixed, for the catalogue's prices need only look right. Minor digits as ISO 4217 has them. */
const CURRENCIES = {
  USD: 1, GBP: 0.79, EUR: 0.92, CAD: 1.36, AUD: 1.52, JPY: 150, MXN: 18, BRL: 5.2, SEK: 10.5, TRY: 33,
  AED: 3.67, SAR: 3.75, SGD: 1.35, EGP: 48, INR: 84, CHF: 0.88, PLN: 4,
} as const; // prettier-ignore
export type Currency = keyof typeof CURRENCIES;
export const perDollar = (currency: Currency): number => CURRENCIES[currency];
export const minorDigits = (currency: Currency): number => (currency === 'JPY' ? 0 : 2);

export interface Land {
  readonly currency: Currency;
  /** BCP 47, what numbers on its pages look like. */
  readonly locale: string;
  /** Buyers, the United States being 1. */
  readonly size: number;
}

export const LANDS: Readonly<Record<Country, Land>> = {
  US: { currency: 'USD', locale: 'en-US', size: 1 },
  GB: { currency: 'GBP', locale: 'en-GB', size: 0.34 },
  DE: { currency: 'EUR', locale: 'de-DE', size: 0.3 },
  FR: { currency: 'EUR', locale: 'fr-FR', size: 0.22 },
  IT: { currency: 'EUR', locale: 'it-IT', size: 0.16 },
  ES: { currency: 'EUR', locale: 'es-ES', size: 0.15 },
  CA: { currency: 'CAD', locale: 'en-CA', size: 0.16 },
  AU: { currency: 'AUD', locale: 'en-AU', size: 0.13 },
  JP: { currency: 'JPY', locale: 'ja-JP', size: 0.24 },
  MX: { currency: 'MXN', locale: 'es-MX', size: 0.1 },
  BR: { currency: 'BRL', locale: 'pt-BR', size: 0.11 },
  NL: { currency: 'EUR', locale: 'nl-NL', size: 0.08 },
  SE: { currency: 'SEK', locale: 'sv-SE', size: 0.05 },
  TR: { currency: 'TRY', locale: 'tr-TR', size: 0.07 },
  AE: { currency: 'AED', locale: 'en-AE', size: 0.05 },
  SA: { currency: 'SAR', locale: 'en-SA', size: 0.05 },
  SG: { currency: 'SGD', locale: 'en-SG', size: 0.04 },
  BE: { currency: 'EUR', locale: 'fr-BE', size: 0.05 },
  EG: { currency: 'EGP', locale: 'en-EG', size: 0.04 },
  IN: { currency: 'INR', locale: 'en-IN', size: 0.2 },
  AT: { currency: 'EUR', locale: 'de-AT', size: 0.05 },
  CH: { currency: 'CHF', locale: 'de-CH', size: 0.05 },
  IE: { currency: 'EUR', locale: 'en-IE', size: 0.05 },
  PL: { currency: 'PLN', locale: 'pl-PL', size: 0.08 },
};

export interface Venue {
  /** Searches and listings beside the others; digital goods live on Etsy. */
  readonly demand: number;
  readonly supply: number;
  readonly priceLevel: number;
  /** Every how manieth place is paid for; 0: the page does not tell. */
  readonly adEvery: number;
}

export const VENUES: Readonly<Record<Marketplace, Venue>> = {
  amazon: { demand: 1.5, supply: 0.35, priceLevel: 1.7, adEvery: 5 },
  etsy: { demand: 1, supply: 1, priceLevel: 1, adEvery: 4 },
  ebay: { demand: 0.35, supply: 0.5, priceLevel: 0.85, adEvery: 0 },
};

/** Free places on one page of results. */
export function pageSize(marketplace: Marketplace, country: Country): number {
  if (marketplace === 'ebay') return 60;
  if (marketplace === 'etsy') return 48;
  return country === 'US' || country === 'IN' ? 16 : 48;
}
