import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { resultsPage } from '../../../backend/local-servers/sandbox/catalogue/results-page.js';
import { suggestionsFor } from '../../../backend/local-servers/sandbox/catalogue/suggestions.js';
import { startSandbox, type Sandbox } from '../../../backend/local-servers/sandbox/server.js';
import type { Country } from '../../../backend/contracts/values/country.js';
import { MARKETPLACES, type Marketplace } from '../../../backend/contracts/values/marketplace.js';
import { MARKETPLACE_REGISTRY } from '../marketplaces/registry.js';
import { Browsing } from './browsing.js';

const AT = new Date('2026-01-12T10:00:00Z');
const never = new AbortController().signal;

/** Common and rare words, other scripts, signs that HTML and addresses treat as their own, and nonsense. */
const KEYWORDS = ['budget planner', 'meal planner pdf', 'zxqv 2024 blorf wimple snark', 'a&b <c> "d" 100% +1', 'planificateur été', '手帳 テンプレート', 'مخطط الميزانية', 'dkfjhgdkfjghdkfjghdkfjghdkfjghdkfjgh']; // prettier-ignore
const COUNTRIES: readonly Country[] = ['US', 'GB', 'DE', 'FR', 'IN', 'JP'];

const countriesOf = (marketplace: Marketplace): Country[] =>
  COUNTRIES.filter((country) => MARKETPLACE_REGISTRY[marketplace].sites[country]);

let sandbox: Sandbox;
let browsing: Browsing;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, now: () => AT });
  browsing = new Browsing({
    sandboxUrl: sandbox.url,
    redis: new Redis({ lazyConnect: true }),
    chromiumPath: process.env['CHROMIUM_PATH'],
    answerTimeoutMs: 20_000,
    drawTimeoutMs: 10_000,
  });
});
afterAll(async () => {
  await browsing.close();
  await sandbox.close();
});

async function search(marketplace: Marketplace, country: Country, keyword: string) {
  const { search: route } = MARKETPLACE_REGISTRY[marketplace];
  const request = route.request({ keyword, country }, (host) => browsing.addresses.of(host));
  const { body, status, url } = await browsing.open(request, route, never);
  return route.parse({ body, status, url: browsing.addresses.real(url).href }, { keyword, country });
}

async function suggest(marketplace: Marketplace, country: Country, prefix: string) {
  const { suggest: route } = MARKETPLACE_REGISTRY[marketplace];
  const request = route.request({ keyword: prefix, country }, (host) => browsing.addresses.of(host));
  const { body, status } = await browsing.open(request, route, never);
  return route.parse({ body, status }, { keyword: prefix, country });
}

/** Numbers and words of every country that we know; pages that need a browser are seen above. */
describe.each(['amazon', 'ebay'] as const)('the wording of %s', (marketplace) => {
  const rest = (Object.keys(MARKETPLACE_REGISTRY[marketplace].sites) as Country[]).filter(
    (country) => !COUNTRIES.includes(country),
  );
  it.each(rest)('is read in %s as exactly what the catalogue says', async (country) => {
    for (const keyword of [
      'planner',
      'budget planner template pdf',
      'zxqv blorf wimple snark dree',
      KEYWORDS.at(-1) ?? '',
    ]) {
      const seen = await search(marketplace, country, keyword);
      const catalogue = resultsPage({ keyword, marketplace, country, at: AT });
      expect({ keyword, ...seen }).toMatchObject({ keyword, kind: 'search', ...catalogue });
    }
  });
});

describe.each(MARKETPLACES)('a sandbox page of %s', (marketplace) => {
  it.each(countriesOf(marketplace))(
    'is read in %s as exactly what the catalogue says',
    async (country) => {
      // A page in the browser takes its time: what does not hang on the country is seen in one of them.
      const keywords = marketplace === 'etsy' && country !== 'US' ? KEYWORDS.slice(0, 3) : KEYWORDS;
      for (const keyword of keywords) {
        const seen = await search(marketplace, country, keyword);
        const catalogue = resultsPage({ keyword, marketplace, country, at: AT });
        expect({ keyword, ...seen }).toMatchObject({ keyword, kind: 'search', ...catalogue });
      }
    },
    60_000,
  );

  it.each(countriesOf(marketplace))('suggests in %s what the catalogue says', async (country) => {
    for (const prefix of ['bud', 'budget planner', 'kalend', '手帳', KEYWORDS.at(-1) ?? '']) {
      const seen = await suggest(marketplace, country, prefix);
      expect(seen).toMatchObject({
        kind: 'suggest',
        suggestions: suggestionsFor({ prefix, marketplace, country }),
      });
    }
  });
});
