import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import { find, unseen } from './journeys.js';
import type { Product } from './product.js';
import { Visits, type Visit } from './visits.js';

/** What a person can do with the product, in a real browser. */
export function dashboardJourneys(product: () => Product): void {
  let visits: Visits;
  const open = (path: string, visit: Visit = {}): Promise<Page> => visits.owner(path, visit);

  beforeAll(async () => {
    visits = await Visits.launch(product);
  });
  afterAll(async () => {
    await visits.close();
    expect(visits.problems).toEqual([]);
  });

  it('finds a keyword by typing and opens its page with numbers, chart, listings and history', async () => {
    const page = await open('/');
    await page.getByTestId('keyword-row').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('budget planner printable');
    await page.keyboard.press('Enter');
    await page.getByTestId('keyword-row').filter({ hasText: 'budget planner printable' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'budget planner printable' }).waitFor();
    await page.getByTestId('trend').locator('svg').first().waitFor();
    await page.getByTestId('listings').waitFor();
    await page.getByTestId('history').waitFor();
    expect(await page.getByTestId('data-mode').innerText()).toMatch(/sandbox/i);
    await page.close();
  }, 120_000);

  it('shows a live look on the page without a reload', async () => {
    const [item] = await find(product(), 'digital planner');
    const page = await open(`/keywords/${item?.id}`);
    await page.getByTestId('history').waitFor();
    await page.evaluate(() => ((globalThis as { notReloaded?: boolean }).notReloaded = true));
    await page.getByRole('button', { name: 'Look now' }).click();
    await page.getByTestId('crawl-progress').waitFor();
    await page
      .getByTestId('last-looked')
      .filter({ hasText: /now|second|minute/i })
      .waitFor();
    expect(await page.evaluate(() => (globalThis as { notReloaded?: boolean }).notReloaded)).toBe(true);
    await page.close();
  }, 120_000);

  it('offers to look up a keyword never seen before, and shows it when the marketplaces have answered', async () => {
    const keyword = unseen('puffin papercraft');
    const page = await open(`/?query=${encodeURIComponent(keyword)}`);
    await page.getByTestId('look-up-panel').getByRole('button').click();
    await page.getByTestId('keyword-row').filter({ hasText: keyword }).first().waitFor();
    await page.close();
  }, 120_000);

  it('turns the keyword page into a past day and back', async () => {
    const [item] = await find(product(), 'weekly planner');
    const page = await open(`/keywords/${item?.id}`);
    const slider = page.getByRole('slider');
    await slider.focus();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('PageDown');
    await page.getByTestId('as-of-banner').waitFor();
    await page.getByTestId('as-of-banner').getByRole('button').click();
    await page.getByTestId('as-of-banner').waitFor({ state: 'detached' });
    await page.close();
  }, 120_000);

  it('turns the list into a past day, keeps to it on the page of a keyword, and comes back', async () => {
    const page = await open('/?query=planner');
    await page.getByTestId('keyword-row').first().waitFor();
    await page.getByRole('button', { name: 'As known on' }).click();
    const slider = page.getByRole('slider');
    await slider.focus();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('PageDown');
    const banner = page.getByTestId('as-of-banner');
    await banner.waitFor();
    await page.getByTestId('keyword-row').first().getByRole('link').click();
    await page.waitForURL(/\/keywords\/.*asOf=/);
    await banner.waitFor();
    await page.goBack();
    await banner.getByRole('button').click();
    await banner.waitFor({ state: 'detached' });
    await page.close();
  }, 120_000);

  it('builds a projection anew from the operations page and goes back to the build before', async () => {
    const page = await open('/operations');
    const card = page.locator('[data-testid=projection][data-name=tracked-keywords]');
    const answers = (build: number) => card.getByText(`build ${build}`, { exact: false }).first().waitFor();
    const give = async (order: string) => {
      await card.getByRole('button', { name: order }).click();
      await page.getByTestId('confirm').click();
    };
    await give('Rebuild');
    await answers(2);
    await give('Undo the switch');
    await answers(1);
    await page.close();
  }, 120_000);

  it('tracks a keyword from its page', async () => {
    const [item] = await find(product(), 'monthly planner');
    const page = await open(`/keywords/${item?.id}`);
    await page.getByTestId('track').click();
    await page.getByTestId('track').and(page.locator('[aria-pressed=true]')).waitFor();
    await page.goto(`${product().address}/tracking`);
    await page
      .getByTestId('tracked-list')
      .filter({ hasText: item?.keyword ?? '' })
      .waitFor();
    await page.close();
  }, 120_000);

  it('speaks French, and fits a phone without scrolling sideways', async () => {
    const page = await open('/', { width: 390, locale: 'fr-FR' });
    await page.getByText('Recherche').first().waitFor();
    const [wide, shown] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(wide).toBeLessThanOrEqual(shown ?? 0);
    await page.close();
  }, 120_000);
}
