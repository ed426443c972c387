import type { components } from '../../api/schema.js';

export type KeptSearch = components['schemas']['Search'];
type Parameters = Readonly<Record<string, string | number>>;

/** The address of a kept search on the search page, about now or about the moment at which it was made. */
export function searchLink(
  { query, filters, asOf, searchedAt }: KeptSearch,
  when: 'now' | 'then',
): Parameters {
  const moment = when === 'then' ? (asOf ?? searchedAt) : asOf;
  return { query, ...filters, ...(moment === undefined ? {} : { asOf: moment }) };
}
