import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

const good = {
  EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
  DATABASE_URL: 'postgresql://keywords:hidden-word@127.0.0.1:5432/keywords',
  REDIS_URL: 'redis://127.0.0.1:6379',
  CURSOR_SECRET: 'sixteen or more characters',
};

describe('loadConfig', () => {
  it('fills in the defaults of what is not set', () => {
    expect(loadConfig(good, 'api')).toEqual({
      ...good,
      HOST: '127.0.0.1',
      PORT: 3000,
      MARKETPLACES: 'sandbox',
      DEMO: false,
    });
  });

  it('turns a port and a flag into a number and a boolean', () => {
    expect(loadConfig({ ...good, PORT: '8080', DEMO: 'true' }, 'api')).toMatchObject({
      PORT: 8080,
      DEMO: true,
    });
  });

  it('asks a projector for nothing that only the API uses', () => {
    const { EVENTSTORE_URL, DATABASE_URL } = good;
    expect(loadConfig({ EVENTSTORE_URL, DATABASE_URL }, 'projector')).toEqual({
      EVENTSTORE_URL,
      DATABASE_URL,
    });
  });

  it.each([
    ['PORT', 'eighty', 'PORT: got "eighty", wants a port number from 0 (any free one) to 65535'],
    ['PORT', '70000', 'PORT: got "70000", wants a port number from 0 (any free one) to 65535'],
    ['DEMO', 'yes', 'DEMO: got "yes", wants true or false'],
    ['MARKETPLACES', 'real', 'MARKETPLACES: got "real", wants sandbox or live'],
    ['REDIS_URL', undefined, 'REDIS_URL: got nothing, wants an address such as redis://127.0.0.1:6379'],
    ['REDIS_URL', '', 'REDIS_URL: got nothing, wants an address such as redis://127.0.0.1:6379'],
    [
      'CURSOR_SECRET',
      'short',
      'CURSOR_SECRET: got something else (5 characters, not shown), wants at least 16 random characters',
    ],
  ])('says in one line what is wrong with %s set to %j', (name, got, message) => {
    expect(() => loadConfig({ ...good, [name]: got }, 'api')).toThrow(message);
  });

  it('never shows an address, for it may hold a password', () => {
    const env = { ...good, DATABASE_URL: 'mysql://keywords:hidden-word@127.0.0.1/keywords' };
    expect(() => loadConfig(env, 'api')).toThrow(
      /^DATABASE_URL: got something else \(\d+ characters, not shown\)/,
    );
    expect(() => loadConfig(env, 'api')).not.toThrow(/hidden-word/);
  });
});
