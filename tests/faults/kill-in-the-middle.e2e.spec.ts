import { beforeAll, describe, expect, it } from '@jest/globals';
import { newDataFolder, removeFolder, until } from '../product/product.js';
import { eventsOf, figuresOf, type Figures } from './figures.js';
import { StartedProduct } from './started-product.js';

const PROGRAMS = ['eventstore', 'projector', 'api', 'crawler'] as const;
type Program = (typeof PROGRAMS)[number];
const MARKETPLACES = ['amazon', 'etsy', 'ebay'];
/** A smaller demo whose world stands still: whatever two starts show of it is the same. */
const SMALL_DEMO = { DEMO_KEYWORDS: '60', DEMO_TIME: '2026-03-14T09:30:00Z' };
const DEMO_TRACKED = 9;

interface Crawl {
  readonly id: string;
  readonly keyword: string;
  readonly status: string;
  readonly observations: number;
  readonly failures: readonly unknown[];
}
interface Run {
  readonly figures: Figures;
  readonly crawls: readonly Omit<Crawl, 'id'>[];
  readonly deaths: readonly string[];
}

/** Seeds a demo and looks up a keyword for each of the programs; `kill` says what dies in the middle. */
async function run(kill: (product: StartedProduct, program: Program) => void): Promise<Run> {
  const dataFolder = newDataFolder();
  const product = await StartedProduct.start(dataFolder, SMALL_DEMO);
  try {
    for (const [index, program] of PROGRAMS.entries()) {
      await product.says(new RegExp(`demo data ${'█'.repeat(1 + 2 * index)}`));
      kill(product, program);
    }
    await product.says(/is ready/);
    const crawls: Crawl[] = [];
    for (const program of PROGRAMS) {
      const { id } = await begun(product, `narwhal ${program}`);
      await until('its first look', async () => {
        const crawl = await product.ask<Crawl>(`/api/v1/crawls/${id}`);
        if (crawl && ['finished', 'failed'].includes(crawl.status))
          throw new Error('the crawl ended before anything could be killed');
        return crawl && crawl.observations > 0 ? crawl : undefined;
      });
      kill(product, program);
      crawls.push(
        await until(
          `the end of the crawl for ${program}`,
          async () => {
            const crawl = await product.ask<Crawl>(`/api/v1/crawls/${id}`);
            return crawl && ['finished', 'failed'].includes(crawl.status) ? crawl : undefined;
          },
          180_000,
        ),
      );
    }
    await until('the looks at tracked keywords', async () => {
      const { items } = await product.get<{ items: { id: string }[] }>('/api/v1/tracked-keywords?limit=200');
      const looked = new Set((await eventsOf(product)).map(({ metadata }) => metadata.correlationId));
      return (items.length === DEMO_TRACKED && items.every(({ id }) => looked.has(id))) || undefined;
    });
    for (const list of ['keywords', 'tracked-keywords']) await shown(product, list);
    return {
      figures: await figuresOf(product),
      crawls: crawls.map(({ keyword, status, observations, failures }) => ({
        keyword, status, observations, failures,
      })), // prettier-ignore
      deaths: product.deaths,
    };
  } finally {
    await product.stop();
    removeFolder(dataFolder);
  }
}

/** Waits until a list shows all that is in the log. */
async function shown(product: StartedProduct, list: string): Promise<void> {
  const head = (await eventsOf(product)).at(-1)?.position;
  await until(`${list} to have caught up`, async () => {
    const { stale } = await product.get<{ stale?: true }>(`/api/v1/${list}?limit=1&minPosition=${head}`);
    return !stale || undefined;
  });
}

const begun = (product: StartedProduct, keyword: string): Promise<Crawl> =>
  until(
    'a crawl to be accepted',
    () => product.ask<Crawl>('/api/v1/crawls', { keyword, marketplaces: MARKETPLACES, country: 'US' }),
    120_000,
  );

describe('kill -9 of event store, projector, API and crawler in the middle of the seed and of a crawl', () => {
  let undisturbed: Run;
  let disturbed: Run;
  beforeAll(async () => {
    undisturbed = await run(() => undefined);
    disturbed = await run((product, program) => product.kill(program));
  }, 900_000);

  it('is said in one line each, and each is started again', () => {
    expect(undisturbed.deaths).toEqual([]);
    expect([...disturbed.deaths].sort()).toEqual(
      PROGRAMS.flatMap((name) =>
        Array<string>(2).fill(`${name} ended unexpectedly (SIGKILL): starting it again.`),
      ).sort(),
    );
  });

  it('leaves the counts and sums of an undisturbed run, with no hand laid on', () => {
    expect(disturbed.figures).toEqual(undisturbed.figures);
    expect(disturbed.figures.doubled).toEqual([]);
    expect(disturbed.figures.keywords).toBeGreaterThan(180);
  });

  it('leaves every crawl ended as in an undisturbed run', () => {
    expect(disturbed.crawls).toEqual(undisturbed.crawls);
    for (const crawl of disturbed.crawls)
      expect(crawl).toMatchObject({ status: 'finished', observations: 6, failures: [] });
  });
});
