import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './config.js';

const good = {
  EVENTSTORE_URL: 'esdb://127.0.0.1:2113?tls=false',
  DATABASE_URL: 'postgresql://keywords:hidden-word@127.0.0.1:5432/keywords',
  REDIS_URL: 'redis://127.0.0.1:6379',
  CURSOR_SECRET: 'sixteen or more characters',
  MASTER_KEYS: `first:${Buffer.alloc(32, 7).toString('base64')}`,
  KEY_RING_FILE: 'keys/key-ring.db',
};

describe('loadConfig', () => {
  it('fills in the defaults of what is not set', () => {
    expect(loadConfig(good, 'api')).toEqual({
      ...good,
      HOST: '127.0.0.1',
      PORT: 3000,
      MARKETPLACES: 'sandbox',
      DEMO: false,
      PLAN_WITHOUT_SUBSCRIPTION: 'free',
      PUBLIC_URL: 'http://127.0.0.1:3000',
    });
  });

  it('turns a port and a flag into a number and a boolean', () => {
    expect(loadConfig({ ...good, PORT: '8080', DEMO: 'true' }, 'api')).toMatchObject({
      PORT: 8080,
      DEMO: true,
    });
  });

  it('reads whose word about addresses is taken, which origins may call, and how much', () => {
    const env = {
      ...good,
      TRUST_PROXY: '10.0.0.0/8, ::1',
      CORS_ORIGINS: 'https://a.example, http://b.example:8080',
    };
    expect(loadConfig({ ...env, REQUEST_LIMIT_FACTOR: '2.5' }, 'api')).toMatchObject({
      TRUST_PROXY: ['10.0.0.0/8', '::1'],
      CORS_ORIGINS: ['https://a.example', 'http://b.example:8080'],
      REQUEST_LIMIT_FACTOR: 2.5,
    });
    expect(loadConfig({ ...good, TRUST_PROXY: '2' }, 'api')).toMatchObject({ TRUST_PROXY: 2 });
    expect(loadConfig({ ...good, TRUST_PROXY: 'false' }, 'api')).toMatchObject({ TRUST_PROXY: false });
    expect(loadConfig({ ...good, CORS_ORIGINS: '*' }, 'api')).toMatchObject({ CORS_ORIGINS: ['*'] });
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
    ['TRUST_PROXY', 'true', 'TRUST_PROXY: got "true", wants false, the number of proxies in front (1 to 10)'],
    ['TRUST_PROXY', '10.0.0.0/99', 'TRUST_PROXY: got "10.0.0.0/99", wants false'],
    [
      'CORS_ORIGINS',
      'https://a.example/',
      'CORS_ORIGINS: got "https://a.example/", wants * or origins such as https',
    ],
    [
      'CORS_ORIGINS',
      '*,https://a.example',
      'CORS_ORIGINS: got "*,https://a.example", wants * or origins such as',
    ],
    ['REQUEST_LIMIT_FACTOR', '0', 'REQUEST_LIMIT_FACTOR: got "0", wants a number from 0.01 to 10000'],
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
