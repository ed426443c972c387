import type { Price } from '../../../../backend/contracts/values/measure.js';
import { CURRENCY_PATTERN, currencyOf, minorDigits } from './currencies.js';
import { numericText } from './text.js';

const AMOUNT = String.raw`\d+(?:[ ,.'’ʼ]\d+)*`;
const MONEY = new RegExp(
  String.raw`(?<before>${CURRENCY_PATTERN})?\s?(?<![\d.,])(?<amount>${AMOUNT})(?:[.,][-–—]+)?(?:\s?(?<after>${CURRENCY_PATTERN}))?`,
  'gu',
);
const BETWEEN_ENDS = /^\s?(?:to|bis|à|a|al|tot|till|do|ile|até|и|до|إلى|から|至|到|에서|[-–—~〜～])\s?$/iu;

export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/**
 * Minor units of an amount as written in any country: "1,99,800", "1.234,56", "1 234,50", "1'234.50", "12,-".
 * A single separator is the decimal sign where the digits behind it are as many as the currency has (or one);
 * null where the digits are grouped in no known way.
 */
export function readMinor(amount: string, currency: string): number | null {
  const text = numericText(amount).replace(/[.,][-–—]+$/u, '');
  const decimals = minorDigits(currency);
  const split = splitAmount(text, decimals);
  if (!split || !isGrouped(split.whole)) return null;
  const fraction = split.fraction.slice(0, decimals).padEnd(decimals, '0');
  const minor = Number(split.whole.replace(/\D/gu, '') + fraction);
  return Number.isSafeInteger(minor) ? minor : null;
}

function splitAmount(text: string, decimals: number): { whole: string; fraction: string } | null {
  if (!/^\d[\d ,.'’ʼ]*$/u.test(text)) return null;
  const last = /^(.*)([,.])(\d+)$/u.exec(text);
  const [, head = '', sign = '', tail = ''] = last ?? [];
  if (!last) return { whole: text, fraction: '' };
  if (head.includes(sign)) return { whole: text, fraction: '' }; // the same sign twice groups
  const hasOther = /[ ,.'’ʼ]/u.test(head);
  const isDecimal = tail.length === 3 ? decimals === 3 || hasOther : tail.length <= 2;
  return isDecimal ? { whole: head, fraction: tail } : { whole: text, fraction: '' };
}

function isGrouped(whole: string): boolean {
  const groups = whole.split(/[ ,.'’ʼ]/u);
  if (groups.length === 1) return true;
  const [first = '', ...rest] = groups;
  const signs = new Set(whole.replace(/\d/gu, ''));
  const middle = rest.slice(0, -1);
  return (
    signs.size === 1 &&
    first.length >= 1 &&
    first.length <= 3 &&
    rest.at(-1)?.length === 3 &&
    (middle.every((group) => group.length === 3) || middle.every((group) => group.length === 2))
  );
}

interface MoneyInText extends Money {
  readonly start: number;
  readonly end: number;
}

function moneyIn(line: string, fallback: string): MoneyInText[] {
  const found: MoneyInText[] = [];
  for (const match of line.matchAll(MONEY)) {
    const { before, amount = '', after } = match.groups ?? {};
    const sign = before ?? after;
    const currency = sign === undefined ? null : currencyOf(sign, fallback);
    const minor = readMinor(amount, currency ?? fallback);
    if (minor === null) continue;
    found.push({ minor, currency: currency ?? '', start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/**
 * The price that a text shows, `fallback` being the site's currency. Numbers that name no currency count only where
 * the text names none at all. Two amounts with "to", "bis", "à" or a dash between are the ends of one range; any
 * other further amount is left out. null where no amount can be read.
 */
export function readPrice(text: string, fallback: string): Price | null {
  const line = numericText(text);
  const all = moneyIn(line, fallback);
  const firstNamed = all.findIndex((money) => money.currency !== '');
  // In "6,79 bis 9,48 EUR" the lower end borrows the currency of the upper one.
  const start =
    firstNamed > 0 && joins(line, all[firstNamed - 1], all[firstNamed]) ? firstNamed - 1 : firstNamed;
  const first = all[Math.max(start, 0)];
  const second = all[Math.max(start, 0) + 1];
  if (!first) return null;
  const isRange = second !== undefined && joins(line, first, second);
  const currency = first.currency || (isRange ? second.currency : '') || fallback;
  if (!isRange || (second.currency && second.currency !== currency))
    return { minor: inCurrency(line, first, currency), currency, relation: 'eq' };
  const minor = inCurrency(line, first, currency);
  const maxMinor = inCurrency(line, second, currency);
  if (maxMinor < minor) return { minor, currency, relation: 'eq' };
  return maxMinor === minor
    ? { minor, currency, relation: 'eq' }
    : { minor, maxMinor, currency, relation: 'range' };
}

function joins(line: string, first: MoneyInText | undefined, second: MoneyInText | undefined): boolean {
  return (
    first !== undefined && second !== undefined && BETWEEN_ENDS.test(line.slice(first.end, second.start))
  );
}

// A number without a sign of its own was read in the site's currency; its decimals may differ.
function inCurrency(line: string, money: MoneyInText, currency: string): number {
  if (money.currency === currency) return money.minor;
  const amount = new RegExp(AMOUNT, 'u').exec(line.slice(money.start, money.end))?.[0] ?? '';
  return readMinor(amount, currency) ?? money.minor;
}
