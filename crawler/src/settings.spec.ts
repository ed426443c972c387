import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

const good = {
  EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
  REDIS_URL: 'redis://:secret@127.0.0.1:6379',
  SANDBOX_URL: 'http://127.0.0.1:4100',
};

describe('the settings of the crawler', () => {
  it('ask the sandbox unless they are told otherwise', () => {
    expect(readSettings(good)).toMatchObject({ sandboxUrl: good.SANDBOX_URL, concurrency: 4 });
  });

  it('ask the real marketplaces with live, whatever address a sandbox has', () => {
    expect(readSettings({ ...good, MARKETPLACES: 'live' }).sandboxUrl).toBeUndefined();
  });

  it.each([
    [
      { EVENTSTORE_URL: '' },
      'EVENTSTORE_URL is nothing, wanted an address such as esdb://127.0.0.1:2113?tls=false',
    ],
    [{ REDIS_URL: 'http://x' }, 'REDIS_URL is "http://x", wanted an address such as redis://127.0.0.1:6379'],
    [{ SANDBOX_URL: undefined }, 'SANDBOX_URL is nothing, wanted an address such as http://127.0.0.1:4100'],
    [{ MARKETPLACES: 'both' }, 'MARKETPLACES is "both", wanted "sandbox" or "live"'],
    [{ LOOKS_AT_ONCE: '0' }, 'LOOKS_AT_ONCE is "0", wanted a whole number from 1 to 64'],
    [
      { LOOK_ANSWER_TIMEOUT_MS: '1e3' },
      'LOOK_ANSWER_TIMEOUT_MS is "1e3", wanted a whole number from 100 to 300000',
    ],
  ])('with %j stop with one line that names the variable, what it got and what it wants', (change, line) => {
    expect(() => readSettings({ ...good, ...change })).toThrow(line);
  });

  it('never show a password', () => {
    const bad = { ...good, REDIS_URL: 'ftp://user:secret@host' };
    expect(() => readSettings(bad)).toThrow('REDIS_URL is "ftp://…@host"');
  });
});
