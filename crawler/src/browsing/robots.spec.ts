import { describe, expect, it } from '@jest/globals';
import { addressesOf } from './addresses.js';
import { NoAnswer } from './refusals.js';
import { Robots } from './robots.js';

const never = new AbortController().signal;
const HOUR_MS = 3_600_000;

/** A host that answers its robots.txt with what a test says, and how often it was asked. */
function host(answer: () => { status: number; text: string }) {
  let clock = 0;
  let asked = 0;
  const http = {
    ask: (url: string) => {
      asked += 1;
      const { status, text } = answer();
      return Promise.resolve({ status, url, body: Buffer.from(text), movedTo: null });
    },
  };
  const robots = new Robots(addressesOf(undefined), http, { turn: () => Promise.resolve() }, () => clock);
  return {
    allows: (path: string) => robots.allow(new URL(`https://www.amazon.com${path}`), never),
    asked: () => asked,
    later: (ms: number) => (clock += ms),
  };
}

const RULES = `User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /gp/cart\nDisallow: */s?k=*&rh=n*p_*p_*p_\n`;

describe('the robots.txt of a host', () => {
  it('refuses what it lists for everybody, and nothing that it lists for others', async () => {
    const amazon = host(() => ({ status: 200, text: RULES }));
    expect(await amazon.allows('/s?k=planner')).toBe(true);
    expect(await amazon.allows('/gp/cart')).toBe(false);
    expect(await amazon.allows('/s?k=planner&rh=n:1,p_1:2,p_2:3,p_3:4')).toBe(false);
  });

  it('may name us', async () => {
    const amazon = host(() => ({
      status: 200,
      text: `User-agent: DigitallzKeywords\nDisallow: /s\n\nUser-agent: *\nAllow: /\n`,
    }));
    expect(await amazon.allows('/s?k=planner')).toBe(false);
  });

  it('is asked for once a day, also by looks that come together', async () => {
    const amazon = host(() => ({ status: 200, text: RULES }));
    await Promise.all([amazon.allows('/a'), amazon.allows('/b')]);
    amazon.later(23 * HOUR_MS);
    await amazon.allows('/c');
    expect(amazon.asked()).toBe(1);
    amazon.later(2 * HOUR_MS);
    await amazon.allows('/d');
    expect(amazon.asked()).toBe(2);
  });

  it('allows everything where there is none', async () => {
    expect(await host(() => ({ status: 404, text: 'no' })).allows('/gp/cart')).toBe(true);
  });

  it.each([500, 503, 429])(
    'allows nothing while the host answers %d, and is asked for again',
    async (status) => {
      let now = status;
      const amazon = host(() => ({ status: now, text: RULES }));
      await expect(amazon.allows('/s?k=planner')).rejects.toThrow(NoAnswer);
      now = 200;
      expect(await amazon.allows('/s?k=planner')).toBe(true);
    },
  );
});
