import type { FastifyRequest } from 'fastify';
import { normalizeKeyword } from '../../../contracts/values/keyword.js';
import type { Country } from '../../../contracts/values/country.js';
import type { Marketplace } from '../../../contracts/values/marketplace.js';
import { API_PREFIX } from '../../platform/http/addresses.js';
import { foundInAnswer } from './found-in-answer.js';
import type { Filters, NoticedSearch } from './typed-searches.js';

const LIST = `/${API_PREFIX}/keywords`;

type Parameters = Readonly<Partial<Record<string, string>>>;

/**
 * Whether this is a search to be kept, once it was answered well: a person's own (not a program's), for some text, its first page, and
 * not a page that looks again because something moved, which asks with minPosition.
 */
export function isSearch({ method, routeOptions, caller, query }: FastifyRequest): boolean {
  if (method !== 'GET' || routeOptions.url !== LIST || caller?.kind !== 'person') return false;
  const { query: text, cursor, minPosition } = query as Parameters;
  return (
    typeof text === 'string' &&
    normalizeKeyword(text) !== '' &&
    cursor === undefined &&
    minPosition === undefined
  );
}

export const queryOf = ({ query }: FastifyRequest): string => (query as Parameters)['query'] ?? '';

/** @param answer of a request that `isSearch`; its parameters were found good @returns undefined where nothing was searched for */
export function noticedSearch(request: FastifyRequest, answer: Buffer): NoticedSearch | undefined {
  const { caller, asked, query } = request;
  const found = foundInAnswer(answer);
  if (!found || !caller || !asked) return undefined;
  return {
    accountId: caller.accountId,
    workspaceId: caller.workspaceId,
    requestId: asked.requestId,
    at: asked.at,
    query: queryOf(request),
    filters: filtersOf(query as Parameters),
    found,
  };
}

function filtersOf({ marketplace, country, minVolume, sort }: Parameters): Filters {
  return {
    ...(marketplace === undefined ? {} : { marketplace: marketplace as Marketplace }),
    ...(country === undefined ? {} : { country: country as Country }),
    ...(minVolume === undefined ? {} : { minVolume: Number(minVolume) }),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** The address that asks for it again: the same list with the same filters, now or as it was at a moment. */
export function addressOf(query: string, filters: Filters, asOf?: string): string {
  const given = Object.entries({ query, ...filters, asOf }).filter((entry) => entry[1] !== undefined);
  return `${LIST}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
