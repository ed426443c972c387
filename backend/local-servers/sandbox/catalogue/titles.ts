import { pick } from './chance.js';

const STYLES = ['Minimalist', 'Boho', 'Editable', 'Modern', 'Aesthetic', 'Simple', 'Colorful', 'Vintage', 'Pastel', 'Ultimate', 'Cute', 'Professional'] as const; // prettier-ignore

const CRAFT = ['SVG PNG DXF EPS, Cut File for Cricut and Silhouette', 'Sublimation Design, 300 DPI PNG', 'Bundle of 24, Commercial Use', 'Layered SVG, Instant Download'] as const; // prettier-ignore
const BOOK = [
  'A Step by Step Guide',
  'PDF and EPUB, 84 Pages',
  'Kindle Edition',
  'with Resell Rights',
] as const;
const TEMPLATE = ['Canva Template, Instant Download', 'Editable in Canva and Word', 'Google Sheets and Excel', '12 Pages, A4 and US Letter'] as const; // prettier-ignore
const PATTERN = ['PDF Pattern, English, US Terms', 'Beginner Friendly, Step Photos', 'Video Tutorial Included', 'Instant Download'] as const; // prettier-ignore
const PRINT = ['Printable PDF, Instant Download', 'A4, A5 and US Letter', 'Set of 6 Digital Prints', 'GoodNotes and iPad', 'Print at Home'] as const; // prettier-ignore

function formatsFor(keyword: string): readonly string[] {
  if (/svg|png|clipart|sublimation|cut|font|laser|brushes/u.test(keyword)) return CRAFT;
  if (/book|guide|plr|recipe|journal/u.test(keyword)) return BOOK;
  if (/template|spreadsheet|notion|canva|excel/u.test(keyword)) return TEMPLATE;
  if (/pattern|crochet|knitting|quilt/u.test(keyword)) return PATTERN;
  return PRINT;
}

/** Long enough for any real keyword; a title never repeats a whole page of text. */
const KEPT_SIGNS = 90;

const capitalised = (keyword: string): string =>
  [...keyword]
    .slice(0, KEPT_SIGNS)
    .join('')
    .trim()
    .replace(/(^| )([a-z])/gu, (_, blank: string, letter: string) => blank + letter.toUpperCase());

/** "Boho Budget Planner | Printable PDF, Instant Download". The keyword is in lower case with single blanks. */
export function titleOf(keyword: string, seed: number): string {
  return `${pick(STYLES, seed, 1)} ${capitalised(keyword)} | ${pick(formatsFor(keyword), seed, 2)}`;
}
