import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { linkInMail } from './outbox.js';
import { until, type Product } from './product.js';
import { signIn, Visits } from './visits.js';

const PASSWORD = 'a long sentence is a good password';
const SUCCEEDS = 'The payment succeeds';

/** What a person does who pays for a plan, in a real browser, at the checkout of the double. */
export function billingJourneys(product: () => Pick<Product, 'address' | 'dataFolder'>): void {
  let visits: Visits;

  /** Registers, proves the address unless told not to, and stands on the prices. */
  async function customer(name: string, isProved = true): Promise<Page> {
    const email = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}@example.com`;
    const page = await visits.stranger('/pricing?currency=EUR');
    await page.getByTestId('plan-starter').getByRole('link', { name: 'Start with Starter' }).click();
    await page.locator('input[name=name]').fill(name);
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('button[type=submit]').click();
    await page.getByTestId('registered').waitFor();
    if (isProved) {
      await page.goto(`${product().address}${await linkInMail(product(), email, 'verify-email')}`);
      await page.getByTestId('verified').waitFor();
    }
    const returnTo = encodeURIComponent('/pricing?currency=EUR');
    await page.goto(`${product().address}/sign-in?returnTo=${returnTo}`);
    await signIn(page, email, PASSWORD);
    await page.getByTestId('plan-free').getByTestId('my-plan').waitFor();
    return page;
  }

  async function toCheckout(page: Page, plan: string): Promise<void> {
    await page.getByTestId(`plan-${plan}`).getByRole('button').click();
    await page.getByRole('button', { name: SUCCEEDS }).waitFor();
  }

  const meter = (page: Page, name: string) =>
    page.getByTestId('meters').locator('li').filter({ hasText: name });
  const says = (page: Page, testId: string, words: string | RegExp) =>
    page.getByTestId(testId).filter({ hasText: words }).waitFor();

  const goneQuery = (page: Page) =>
    until(
      'the address without the word of the checkout',
      () => new URL(page.url()).search === '' || undefined,
    );

  beforeAll(async () => {
    visits = await Visits.launch(product);
  });
  afterAll(async () => {
    await visits.close();
    expect(visits.problems).toEqual([]);
  });

  it('shows the prices to everybody, and what paying for a year saves', async () => {
    const page = await visits.stranger('/pricing?currency=EUR');
    await says(page, 'plan-pro', '€39');
    await page.getByRole('radio', { name: /Every year/ }).click();
    await says(page, 'plan-pro', /€390.*€32\.50 a month.*you save €78/s);
    await says(page, 'simulated', 'no money moves');
    await page.context().close();
  }, 120_000);

  it('asks for a proved address before anybody can pay', async () => {
    const page = await customer('Una', false);
    await page.getByTestId('plan-pro').getByRole('button').click();
    await says(page, 'refused', 'Confirm your address');
    await page.context().close();
  }, 120_000);

  it('goes through the checkout; the plan is active and the quota raised; it is changed, cancelled and goes on', async () => {
    const page = await customer('Paula');
    await toCheckout(page, 'starter');
    await page.getByRole('button', { name: SUCCEEDS }).click();
    await says(page, 'seen', 'Your plan Starter is active.');
    await goneQuery(page);
    await says(page, 'status', /You try it free until/);
    await meter(page, 'Tracked keywords').filter({ hasText: '0 of 250' }).waitFor();
    await says(page, 'happened', /The trial of Starter began/);

    await page.getByRole('button', { name: 'Change the plan' }).click();
    await page.locator('input[value=pro-month]').check();
    await says(page, 'change-preview', /Nothing is charged now.*After the trial €39 a month/s);
    await page.getByTestId('confirm-change').click();
    await says(page, 'seen', 'You have the plan Pro now.');
    await meter(page, 'Tracked keywords').filter({ hasText: '0 of 2,500' }).waitFor();

    await page.getByRole('button', { name: 'Cancel the subscription…' }).click();
    await page.getByTestId('sure').click();
    await says(page, 'seen', 'The subscription will end');
    await says(page, 'status', 'It ends then');
    await page.getByRole('button', { name: 'Go on after all' }).click();
    await says(page, 'seen', 'The subscription goes on.');
    await says(page, 'happened', /The cancellation was taken back/);

    await page.getByTestId('account').click();
    await says(page, 'plan-badge', 'Pro');
    await page.context().close();
  }, 180_000);

  it('charges nothing where the card is declined and the checkout is left; the same can be bought again', async () => {
    const page = await customer('Dora');
    await toCheckout(page, 'pro');
    await page.getByRole('button', { name: 'The card is declined' }).click();
    await page.getByText('Nothing was charged').waitFor();
    await page.getByRole('button', { name: 'Leave without paying' }).click();
    await says(page, 'checkout-left', 'nothing was charged');
    await goneQuery(page);
    await says(page, 'plan', 'Free');

    await page.goto(`${product().address}/pricing?currency=EUR`);
    await toCheckout(page, 'pro');
    await page.getByRole('button', { name: '3-D Secure' }).click();
    await page.getByRole('button', { name: 'Yes, confirm the payment' }).click();
    await says(page, 'seen', 'Your plan Pro is active.');
    await page.context().close();
  }, 180_000);

  it('says what is used up where the plan has no more, and leads to the plans', async () => {
    const page = await customer('Tara');
    await page.goto(`${product().address}/tracking`);
    const keyword = page.locator('input[name=keyword]');
    const rows = page.getByTestId('tracked-list').locator('li');
    for (let nth = 1; nth <= 10; nth += 1) {
      await keyword.fill(`wall calendar ${nth}`);
      await keyword.press('Enter');
      await until(`${nth} tracked`, async () => (await rows.count()) === nth || undefined);
    }
    await keyword.fill('one too many');
    await keyword.press('Enter');
    await says(page, 'quota-banner', 'All 10 tracked keywords of your plan are in use.');
    expect(await keyword.inputValue()).toBe('one too many');
    await page.getByTestId('quota-banner').getByRole('link', { name: 'See the plans' }).click();
    await page.getByTestId('plan-starter').waitFor();
    await page.context().close();
  }, 180_000);

  it('shows operators the revenue, and nobody else', async () => {
    const page = await visits.owner('/operations');
    await page.getByTestId('to-revenue').click();
    await page.getByTestId('revenue').waitFor();
    await page.close();
    const other = await customer('Nora');
    await other.goto(`${product().address}/operations/billing`);
    await other.waitForURL(({ pathname }) => pathname === '/');
    await other.context().close();
  }, 120_000);

  it.each(['/pricing', '/billing', '/operations/billing'])(
    'fits %s on a small phone, in French',
    async (path) => {
      const page = await visits.owner(path, { width: 360, locale: 'fr-FR' });
      await page.locator('main .panel h2:visible').first().waitFor();
      const [wide, shown] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(wide).toBeLessThanOrEqual(shown ?? 0);
      await page.close();
    },
    120_000,
  );
}
