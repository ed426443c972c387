import type { Country } from '../../../contracts/values/country.js';
import { normalizeKeyword } from '../../../contracts/values/keyword.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import { hashOf, mix } from './chance.js';
import { DEMO_KEYWORDS } from './demo-keywords.js';
import { breadthOf } from './keyword-profile.js';
import { LANDS } from './markets.js';

export interface Suggestion {
  readonly text: string;
  /** 1 for the first one. */
  readonly place: number;
  readonly scope?: string;
}

/** Words that buyers put behind a keyword, by the language of the shop. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: ['printable', 'template', 'pdf', 'digital', 'bundle', 'editable', 'svg', 'for kids', 'for beginners', 'aesthetic', 'canva', 'free', '2026', 'instant download'],
  de: ['vorlage', 'zum ausdrucken', 'pdf', 'digital', 'deutsch', 'set', 'kinder', '2026', 'download', 'a5', 'canva', 'kostenlos'],
  fr: ['à imprimer', 'modèle', 'pdf', 'numérique', 'français', 'lot', 'enfant', '2026', 'téléchargement', 'a5', 'canva', 'gratuit'],
  es: ['imprimible', 'plantilla', 'pdf', 'digital', 'español', 'niños', '2026', 'editable', 'canva', 'descarga', 'gratis'],
  it: ['stampabile', 'modello', 'pdf', 'digitale', 'italiano', 'bambini', '2026', 'modificabile', 'canva', 'a5'],
  ja: ['テンプレート', 'ダウンロード', 'デジタル', '2026', 'pdf', 'かわいい', 'シンプル', 'a5', '無料', 'canva'],
}; // prettier-ignore
const ENGLISH = ENDINGS['en'] ?? [];

const MOST: Readonly<Record<Marketplace, number>> = { amazon: 10, etsy: 11, ebay: 10 };
/** A half-typed last word is completed as in a keyword that we know: "budget pl" is "budget planner". */
function wholeWords(prefix: string, known: string | undefined): string {
  const rest = known?.slice(prefix.length) ?? '';
  return prefix + (rest.split(' ')[0] ?? '');
}

const DEPARTMENT = 'Kindle Store';

/**
 * What the search box of a marketplace suggests for a prefix, best first, without the prefix itself; any prefix of any
 * script has some, a long nonsense none. On Amazon the prefix comes back narrowed to a department where it is a whole keyword.
 */
export function suggestionsFor(question: {
  prefix: string;
  marketplace: Marketplace;
  country: Country;
}): readonly Suggestion[] {
  const { marketplace, country } = question;
  const prefix = normalizeKeyword(question.prefix);
  if ([...prefix].length > 60 || breadthOf(prefix) > 8) return [];
  const language = LANDS[country].locale.slice(0, 2);
  const salt = hashOf(`${marketplace}|${country}`);
  const byTaste = (texts: readonly string[]): string[] =>
    [...texts].sort((a, b) => mix(hashOf(a), salt) - mix(hashOf(b), salt));

  const known = byTaste(DEMO_KEYWORDS.filter((keyword) => keyword.startsWith(prefix) && keyword !== prefix));
  const whole = wholeWords(prefix, known[0]);
  const longer = byTaste((ENDINGS[language] ?? ENGLISH).map((ending) => `${whole} ${ending}`));
  const texts = [...new Set([...known.slice(0, 8), ...longer, ...known.slice(8)])];
  const scoped = marketplace === 'amazon' && (known.length === 0 || DEMO_KEYWORDS.includes(prefix));

  const rows: Omit<Suggestion, 'place'>[] = texts.map((text) => ({ text }));
  if (scoped) rows.unshift({ text: prefix, scope: DEPARTMENT });
  return rows.slice(0, MOST[marketplace]).map((row, index) => ({ ...row, place: index + 1 }));
}
