import type { CheerioAPI } from 'cheerio';
import { isJsonObject, jsonList, parseJson, type Json } from './json-body.js';

export type JsonObject = { readonly [name: string]: Json };

/** Every object of a page's `application/ld+json`, lists and `@graph` flattened; what is no JSON is passed over. */
export function jsonLdOf($: CheerioAPI): JsonObject[] {
  return $('script[type="application/ld+json"]')
    .toArray()
    .flatMap((script) => flat(parseJson($(script).text())));
}

function flat(json: Json | undefined): JsonObject[] {
  if (Array.isArray(json)) return (json as readonly Json[]).flatMap((one) => flat(one));
  if (!isJsonObject(json)) return [];
  return Array.isArray(json['@graph']) ? jsonList(json['@graph']).flatMap((one) => flat(one)) : [json];
}

export function isOfType(object: JsonObject, type: string): boolean {
  const own = object['@type'];
  return own === type || jsonList(own).includes(type);
}
