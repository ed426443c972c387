import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../contracts/events/catalogue.js';
import { priceQuotedCatalogue } from '../testing/price-quoted/catalogue.js';
import { upcastChains } from './upcast-chain.js';

const priceQuoted = priceQuotedCatalogue['trial.PriceQuoted.v2'];

describe('the chains of a catalogue', () => {
  it('are whole for every event of the product', () => {
    expect([...upcastChains(catalogue).keys()]).toEqual(expect.arrayContaining(Object.keys(catalogue)));
  });

  it('lead from each older version through the remaining steps to the newest', () => {
    const chains = upcastChains(priceQuotedCatalogue);
    expect(chains.get('trial.PriceQuoted.v1')?.steps).toHaveLength(1);
    expect(chains.get('trial.PriceQuoted.v2')?.steps).toHaveLength(0);
    expect(chains.get('trial.PriceQuoted.v1')?.latestType).toBe('trial.PriceQuoted.v2');
  });

  it('refuse to start with a gap', () => {
    const gap = { 'trial.PriceQuoted.v2': { ...priceQuoted, upcasts: [] } };
    expect(() => upcastChains(gap)).toThrow(
      /trial\.PriceQuoted has 2 versions, so it needs 1 upcasts: a gap/,
    );
  });

  it('refuse a step that is not a function', () => {
    const gap = { 'trial.PriceQuoted.v2': { ...priceQuoted, upcasts: [undefined as never] } };
    expect(() => upcastChains(gap)).toThrow(/a gap/);
  });

  it('refuse a version without a schema', () => {
    const [first] = priceQuoted.versions;
    const hole = {
      'trial.PriceQuoted.v2': { ...priceQuoted, versions: [first, undefined as never] as const },
    };
    expect(() => upcastChains(hole)).toThrow(/a version without a schema/);
  });

  it('refuse a key that is not the type of the newest version', () => {
    expect(() => upcastChains({ 'trial.PriceQuoted.v1': priceQuoted })).toThrow(
      /trial\.PriceQuoted\.v1 is the key of trial\.PriceQuoted\.v2/,
    );
  });

  it('refuse the same event twice', () => {
    const twice = { 'trial.PriceQuoted.v2': priceQuoted, 'trial.PriceQuoted.v2 ': priceQuoted };
    expect(() => upcastChains(twice)).toThrow(/stands in the catalogue twice/);
  });
});
