import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { billingJourneys } from './billing-journeys.js';
import { dashboardJourneys } from './dashboard-journeys.js';
import { GithubBeside } from './github-beside.js';
import { identityJourneys } from './identity-journeys.js';
import { apiJourneys, find } from './journeys.js';
import { peopleJourneys } from './people-journeys.js';
import { StripeBeside } from './stripe-beside.js';
import { Command, freePort, newDataFolder, processesMarked, Product, removeFolder } from './product.js';

const OWN = 'the servers of npm start';
const SEPARATE = 'an event store and payments started by themselves';

describe.each([OWN, SEPARATE])('the whole product on %s', (store) => {
  const dataFolder = newDataFolder();
  const storeFolder = newDataFolder();
  let eventStore: Command | undefined;
  let github: GithubBeside;
  let stripe: StripeBeside | undefined;
  let env: NodeJS.ProcessEnv = {};
  let product: Product;

  beforeAll(async () => {
    github = await GithubBeside.start();
    env = github.env;
    if (store === SEPARATE) {
      const settings = { EVENTSTORE_PORT: String(await freePort()), DATA_DIR: storeFolder };
      eventStore = new Command(['run', 'eventstore'], settings);
      const [, url] = await eventStore.says(/(esdb:\/\/\S+)/, 60_000);
      // Payments, too, are somebody else's process here; in the other run they are the product's own.
      stripe = await StripeBeside.start();
      env = { ...env, ...stripe.env, EVENTSTORE_URL: url };
    }
    product = await Product.start({ dataFolder, env });
    await stripe?.leadTo(product);
    github.leadTo(product);
  }, 600_000);

  afterAll(async () => {
    await product.stop();
    await eventStore?.interrupt();
    await stripe?.close();
    await github.close();
    removeFolder(dataFolder);
    removeFolder(storeFolder);
  }, 60_000);

  apiJourneys(() => product);
  dashboardJourneys(() => product);
  // Its browser is closed before the product is stopped and started by what follows.
  describe('people', () => peopleJourneys(() => product));
  describe('identities', () =>
    identityJourneys(
      () => product,
      () => github,
    ));

  describe('billing', () => billingJourneys(() => product));

  it("rebuilds a read model at the operator's command while readers see every row", async () => {
    const before = (await find(product, 'planner')).map((item) => item.id);
    const rebuild = new Command(['run', '--silent', 'cli', '--', 'projections', 'rebuild', 'keywords'], {
      DATA_DIR: dataFolder,
      ...env,
    });
    let over = false;
    void rebuild.ended.then(() => (over = true));
    while (!over) expect((await find(product, 'planner')).map((item) => item.id)).toEqual(before);
    expect(rebuild.output).toMatch(/keywords is rebuilt; readers are switched/);
    expect((await find(product, 'planner')).map((item) => item.id)).toEqual(before);
  }, 120_000);

  it('has everything again after PostgreSQL lost its data folder', async () => {
    const before = await find(product, 'planner');
    await product.stop();
    removeFolder(join(dataFolder, 'postgres'));
    product = await Product.start({ dataFolder, env });
    const after = await find(product, 'planner');
    expect(after.map((item) => item.id)).toEqual(before.map((item) => item.id));
    expect(after.map((item) => item.trend.slice(0, 100))).toEqual(
      before.map((item) => item.trend.slice(0, 100)),
    );
  }, 300_000);

  it('leaves no process behind after Ctrl-C and finds its data at the next start', async () => {
    const before = await find(product, 'digital planner');
    const { mark } = product;
    expect(processesMarked(mark).length).toBeGreaterThan(3);
    await product.stop();
    expect(processesMarked(mark)).toEqual([]);
    product = await Product.start({ dataFolder, env });
    expect((await find(product, 'digital planner')).map((item) => item.id)).toEqual(
      before.map((item) => item.id),
    );
  }, 120_000);

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'leaves no process behind when npm alone gets %s',
    async (signal) => {
      await product.stop();
      product = await Product.start({ dataFolder, env });
      expect(processesMarked(product.mark).length).toBeGreaterThan(3);
      await product.terminate(signal);
      expect(processesMarked(product.mark)).toEqual([]);
    },
    120_000,
  );
});
