import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MARKETPLACES } from '../../../backend/contracts/values/marketplace.js';
import { MARKETPLACE_REGISTRY } from './registry.js';

const live = (host: string): string => `https://${host}`;

describe('the routes', () => {
  it('cover every marketplace of the contracts under its own name', () => {
    expect(
      Object.values(MARKETPLACE_REGISTRY)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...MARKETPLACES].sort());
  });

  it.each([
    ['amazon', 'US', 'https://www.amazon.com/s?k=meal+planner+%26+more'],
    ['amazon', 'GB', 'https://www.amazon.co.uk/s?k=meal+planner+%26+more'],
    ['ebay', 'DE', 'https://www.ebay.de/sch/i.html?_nkw=meal+planner+%26+more'],
    ['etsy', 'US', 'https://www.etsy.com/search?q=meal+planner+%26+more'],
    ['etsy', 'DE', 'https://www.etsy.com/de/search?q=meal+planner+%26+more'],
  ] as const)('ask %s in %s at %s', (name, country, url) => {
    expect(
      MARKETPLACE_REGISTRY[name].search.request({ keyword: 'meal planner & more', country }, live).url,
    ).toBe(url);
  });

  it.each([
    [
      'amazon',
      'https://completion.amazon.co.uk/api/2017/suggestions?mid=ARBP9OOSHTCHU&alias=aps&prefix=a',
      'EG',
    ],
    ['ebay', 'https://autosug.ebaystatic.com/autosug?kwd=a&sId=77&_ch=0', 'DE'],
    ['etsy', 'https://www.etsy.com/suggestions_ajax.php?extras=%7B%7D&search_query=a&search_type=all', 'FR'],
  ] as const)('ask %s for suggestions at %s', (name, url, country) => {
    const request = MARKETPLACE_REGISTRY[name].suggest.request({ keyword: 'a', country }, live);
    expect(request.url.startsWith(url)).toBe(true);
    expect(request.url.startsWith(live(request.host))).toBe(true);
  });

  it('ask for further pages by number', () => {
    const urls = Object.values(MARKETPLACE_REGISTRY).map(
      (one) => one.search.request({ keyword: 'a', country: 'US', page: 3 }, live).url,
    );
    expect(urls.map((url) => url.split('&')[1]).sort()).toEqual(['_pgn=3', 'page=3', 'page=3']);
  });

  it('refuse a country without a site and name those that have one', () => {
    const ask = () => MARKETPLACE_REGISTRY.ebay.search.request({ keyword: 'a', country: 'EG' }, live);
    expect(ask).toThrow(/ebay has no site for country EG; it has AT, AU/);
  });

  it('need a browser exactly where they say what to wait for', () => {
    for (const { search, suggest } of Object.values(MARKETPLACE_REGISTRY))
      for (const route of [search, suggest])
        expect(route.rendering === 'browser').toBe(route.readyWhen !== null);
  });
});

describe('the files of the marketplaces', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.startsWith('testing'),
  );

  it('never mention the imitation: only the function that makes addresses knows it', () => {
    const naming = files.filter((name) => /sandbox(?!=")/iu.test(readFileSync(join(folder, name), 'utf8')));
    expect(files.length).toBeGreaterThan(20);
    expect(naming).toEqual([]);
  });

  it('keep parsers free of browsers and the network', () => {
    const parsers = files.filter((name) => name.endsWith('.parser.ts'));
    const importing = parsers.filter((name) =>
      /from '(?:playwright|crawlee|node:|undici)|\bfetch\(/u.test(readFileSync(join(folder, name), 'utf8')),
    );
    expect(importing).toEqual([]);
  });
});
