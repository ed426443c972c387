import type { Country } from '../../../contracts/values/country.js';
import type { Count } from '../../../contracts/values/measure.js';
import { LANDS } from '../catalogue/markets.js';
import { grouped } from './numbers.js';

/** What an Amazon page says in one language. `of` is the part of a whole, `over` stands before a rounded number. */
interface Wording {
  readonly of: string;
  readonly over: string;
  readonly results: string;
  readonly alone: string;
  readonly ratings: string;
  readonly stars: (mean: string) => string;
  readonly sponsored: string;
  readonly next: string;
  readonly nothing: string;
}

const ENGLISH: Wording = {
  of: 'of', over: 'over', results: 'results for', alone: 'results for', ratings: 'ratings',
  stars: (mean) => `${mean} out of 5 stars`, sponsored: 'Sponsored', next: 'Next', nothing: 'No results for',
}; // prettier-ignore

const WORDINGS: Readonly<Record<string, Wording>> = {
  en: ENGLISH,
  de: {
    of: 'von', over: 'mehr als', results: 'Ergebnissen oder Vorschlägen für', alone: 'Ergebnisse oder Vorschläge für',
    ratings: 'Bewertungen', stars: (mean) => `${mean} von 5 Sternen`, sponsored: 'Gesponsert', next: 'Weiter',
    nothing: 'Keine Ergebnisse für',
  },
  fr: {
    of: 'sur', over: 'plus de', results: 'résultats pour', alone: 'résultats pour', ratings: 'évaluations',
    stars: (mean) => `${mean} sur 5 étoiles`, sponsored: 'Sponsorisé', next: 'Suivant', nothing: 'Aucun résultat pour',
  },
  es: {
    of: 'de', over: 'más de', results: 'resultados para', alone: 'resultados para', ratings: 'calificaciones',
    stars: (mean) => `${mean} de 5 estrellas`, sponsored: 'Patrocinado', next: 'Siguiente',
    nothing: 'No hay resultados para',
  },
  it: {
    of: 'di', over: 'più di', results: 'risultati per', alone: 'risultati per', ratings: 'voti',
    stars: (mean) => `${mean} su 5 stelle`, sponsored: 'Sponsorizzato', next: 'Successivo', nothing: 'Nessun risultato per',
  },
  nl: {
    of: 'van', over: 'meer dan', results: 'resultaten voor', alone: 'resultaten voor', ratings: 'beoordelingen',
    stars: (mean) => `${mean} van 5 sterren`, sponsored: 'Gesponsord', next: 'Volgende', nothing: 'Geen resultaten voor',
  },
  sv: {
    of: 'av', over: 'över', results: 'resultat för', alone: 'resultat för', ratings: 'betyg',
    stars: (mean) => `${mean} av 5 stjärnor`, sponsored: 'Sponsrad', next: 'Nästa', nothing: 'Inga resultat för',
  },
  pl: {
    of: 'z', over: 'ponad', results: 'wyników dla', alone: 'wyników dla', ratings: 'ocen',
    stars: (mean) => `${mean} na 5 gwiazdek`, sponsored: 'Sponsorowane', next: 'Następny', nothing: 'Brak wyników dla',
  },
  pt: {
    of: 'de', over: 'mais de', results: 'resultados para', alone: 'resultados para', ratings: 'classificações',
    stars: (mean) => `${mean} de 5 estrelas`, sponsored: 'Patrocinado', next: 'Próximo', nothing: 'Nenhum resultado para',
  },
  tr: {
    of: '/', over: 'üzeri', results: 'sonuç:', alone: 'sonuç:', ratings: 'değerlendirme',
    stars: (mean) => `5 yıldız üzerinden ${mean}`, sponsored: 'Sponsorlu', next: 'Sonraki', nothing: 'için sonuç yok:',
  },
  ja: {
    of: 'のうち', over: '以上', results: '検索結果', alone: '検索結果', ratings: '件の評価',
    stars: (mean) => `5つ星のうち${mean}`, sponsored: 'スポンサー', next: '次へ', nothing: '検索に一致する商品はありませんでした:',
  },
}; // prettier-ignore

export const wordingFor = (country: Country): Wording =>
  WORDINGS[LANDS[country].locale.slice(0, 2)] ?? ENGLISH;

/** "1-16 of over 100,000 results for", "検索結果 2,000 以上 のうち 1-48件", or "5 results for" where one page holds all. */
export function countLine(count: Count, from: number, to: number, country: Country): string {
  const words = wordingFor(country);
  const language = LANDS[country].locale.slice(0, 2);
  const rounded = count.relation === 'gt';
  const number = grouped(count.value, country);
  const onePage = !rounded && from === 1 && to === count.value;
  if (language === 'ja')
    return onePage
      ? `検索結果 ${number}件`
      : `検索結果 ${number} ${rounded ? '以上 ' : ''}のうち ${from}-${to}件`;
  if (language === 'tr')
    return onePage ? `${number} sonuç:` : `${from}-${to} / ${number} ${rounded ? 'üzeri ' : ''}sonuç:`;
  if (onePage) return `${number} ${count.value === 1 && language === 'en' ? 'result for' : words.alone}`;
  return `${from}-${to} ${words.of} ${rounded ? `${words.over} ` : ''}${number} ${words.results}`;
}

export const ratingsLabel = (count: number, country: Country): string =>
  LANDS[country].locale.startsWith('ja')
    ? `${grouped(count, country)}${wordingFor(country).ratings}`
    : `${grouped(count, country)} ${wordingFor(country).ratings}`;
