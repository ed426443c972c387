import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { dirname, join } from 'node:path';
import { connectStoredEvents } from '../../event-log/eventstoredb/connect-stored-events.js';
import { AuditKey } from '../features/audit/chain/audit-key.js';
import { HeadsFile } from '../features/audit/chain/heads-file.js';
import { keepChain } from '../features/audit/chain/keep-chain.js';
import type { Config } from '../platform/config/config.js';
import { KeyRing } from '../platform/privacy/key-ring.js';
import { startTestProduct, type TestProduct } from '../platform/testing/test-product.js';
import { until } from '../platform/testing/until.js';
import { CONFIG } from '../platform/tokens.js';
import { auditCommand } from './audit.cli.js';
import { keysCommand } from './keys.cli.js';
import { usersCommand } from './users.cli.js';

let product: TestProduct;
let config: Config;
const before = { ...process.env };
beforeAll(async () => {
  product = await startTestProduct();
  config = product.app.get<Config>(CONFIG);
  const { EVENTSTORE_URL, DATABASE_URL, KEY_RING_FILE, MASTER_KEYS } = config;
  Object.assign(process.env, { EVENTSTORE_URL, DATABASE_URL, KEY_RING_FILE, MASTER_KEYS });
}, 60_000);
afterAll(async () => {
  process.env = before;
  await product?.close();
}, 30_000);

/** What a command says on standard output, and its exit code. */
async function saidBy(command: () => Promise<void> | void): Promise<{ said: string; exitCode: unknown }> {
  let said = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  try {
    await command();
    return { said, exitCode: process.exitCode };
  } finally {
    write.mockRestore();
    process.exitCode = undefined;
  }
}

it('users: an operator is made and unmade by their address, and seen in the list', async () => {
  const nora = await product.signUp('Nora');
  const status = async () => (await product.get('/api/v1/projections', nora.as)).status;
  expect(await status()).toBe(403);
  for (let time = 0; time < 2; time += 1)
    await saidBy(() => usersCommand(['make-operator', 'NORA@example.com']));
  await until('the gate to hear of it', async () => (await status()) === 200);
  const { said } = await saidBy(() => usersCommand(['list']));
  expect(said).toMatch(new RegExp(`^${nora.id}  nora@example.com  Nora  operator, address not proved$`, 'm'));
  await saidBy(() => usersCommand(['end-operator', nora.email]));
  await until('the gate to hear of it', async () => (await status()) === 403);
  const events = (await product.recorded()).filter(({ metadata }) => metadata.actor === 'operator-cli');
  expect(events.map(({ type }) => type)).toEqual([
    'account.OperatorAppointed.v1',
    'account.OperatorDismissed.v1',
  ]);
  await expect(usersCommand(['make-operator', 'nobody@example.com'])).rejects.toThrow(
    /nobody has an account/,
  );
});

it('users: all devices of a person are signed out at once, and the log says by whom', async () => {
  const olga = await product.signUp('Olga');
  const pia = await product.signUp('Pia');
  const again = { email: olga.email, password: olga.password };
  expect((await product.post('/api/v1/auth/login', again, { authorization: '' })).status).toBe(200);
  expect((await saidBy(() => usersCommand(['end-sessions', olga.email]))).said).toBe(
    '2 devices are signed out\n',
  );
  const refreshed = await product.post(
    '/api/v1/auth/refresh',
    {},
    { authorization: '', cookie: olga.cookie },
  );
  expect(refreshed.status).toBe(401);
  await until(
    'the gate to hear of it',
    async () => (await product.get('/api/v1/me', olga.as)).status === 401,
  );
  expect((await product.get('/api/v1/me', pia.as)).status).toBe(200);
  const ended = (await product.recorded()).filter(({ type }) => type === 'account.SessionEnded.v1');
  expect(ended).toHaveLength(2);
  for (const event of ended)
    expect(event).toMatchObject({
      data: { accountId: olga.id, why: 'ended-by-operator' },
      metadata: { actor: 'operator-cli' },
    });
  expect((await saidBy(() => usersCommand(['end-sessions', olga.email]))).said).toBe(
    '0 devices are signed out\n',
  );
  await expect(usersCommand(['end-sessions', 'nobody@example.com'])).rejects.toThrow(/nobody has an account/);
});

it('keys rewrap: says how many keys were wrapped with another master key', async () => {
  expect((await saidBy(() => keysCommand(['rewrap']))).said).toMatch(/^0 keys were wrapped anew/);
});

it('audit verify: ends with 1 where nothing vouches for the log, and with 0 once heads do', async () => {
  expect(await saidBy(() => auditCommand(['verify']))).toMatchObject({
    said: expect.stringMatching(/^no head was ever signed/),
    exitCode: 1,
  });
  const events = connectStoredEvents(config.EVENTSTORE_URL);
  const key = new AuditKey(product.app.get(KeyRing));
  const heads = new HeadsFile(join(dirname(config.KEY_RING_FILE), 'audit.jsonl'), key);
  await keepChain({ events, heads, onError: () => undefined }).stop();
  await events.close();
  expect(await saidBy(() => auditCommand(['verify']))).toMatchObject({
    said: expect.stringMatching(/^all is well: \d+ events are as they were signed/),
    exitCode: undefined,
  });
});
