import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseSavedPage } from '../../../crawler/src/marketplaces/parse-saved-page.js';
import { COUNTRIES, countrySchema } from '../../contracts/values/country.js';
import { UsageError } from './usage.js';

const SITES = ['amazon', 'etsy', 'ebay', 'walmart'] as const;
const isSite = (name: string | undefined): name is (typeof SITES)[number] =>
  SITES.some((site) => site === name);

/** `parse MARKETPLACE search|suggest FILE [--country US]`. */
export function parseCommand(args: string[]): void {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { country: { type: 'string', default: 'US' } },
  });
  const [marketplace, page, file] = positionals;
  if (!isSite(marketplace))
    throw new UsageError(`MARKETPLACE is ${marketplace}; it wants one of ${SITES.join(', ')}`);
  if (page !== 'search' && page !== 'suggest')
    throw new UsageError(`the page is ${page}; it wants search or suggest`);
  if (!file) throw new UsageError('FILE is missing');
  const country = countrySchema.safeParse(values.country);
  if (!country.success)
    throw new UsageError(`--country is ${values.country}; it wants one of ${COUNTRIES.join(' ')}`);
  const answer = parseSavedPage({ marketplace, page, body: readFileSync(file), country: country.data });
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}
