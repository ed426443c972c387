import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright';
import type { GithubBeside } from './github-beside.js';
import { until, type Product } from './product.js';
import { Visits } from './visits.js';

/** What a person does who signs in through another service, in a real browser. */
export function identityJourneys(product: () => Product, github: () => GithubBeside): void {
  let visits: Visits;

  /** Says yes on the page of the other service. */
  const sayYes = (page: Page, login: string): Promise<void> =>
    page.getByRole('link', { name: login, exact: true }).click();

  beforeAll(async () => {
    github().leadTo(product());
    visits = await Visits.launch(github);
  });
  afterAll(async () => {
    await visits.close();
    expect(visits.problems).toEqual([]);
  });

  it('links GitHub to an account in the settings, opens the account with it, and unlinks it', async () => {
    const login = github().knows('octavia');
    const page = await visits.owner('/settings/profile');
    const block = page.getByTestId('identities');
    await block.getByRole('button', { name: 'Link GitHub' }).click();
    await sayYes(page, login);
    await page.getByTestId('identity-done').filter({ hasText: 'GitHub is linked' }).waitFor();
    // The page says it where it is seen, and once.
    const hasKeyboard = "document.activeElement.dataset.testid === 'identity-done'";
    await until('the keyboard there', async () => (await page.evaluate(hasKeyboard)) || undefined);
    expect(new URL(page.url()).search).toBe('');

    const elsewhere = await visits.stranger('/sign-in?returnTo=/settings/profile', { locale: 'fr-FR' });
    await elsewhere.getByRole('link', { name: 'Continuer avec GitHub' }).click();
    await sayYes(elsewhere, login);
    await elsewhere.getByTestId('identities').getByRole('button', { name: 'Délier GitHub' }).waitFor();
    await elsewhere.context().close();

    await block.getByRole('button', { name: 'Unlink GitHub' }).click();
    await page.getByTestId('sure').click();
    await page.getByTestId('identity-done').filter({ hasText: 'GitHub is unlinked' }).waitFor();
    await block.getByRole('button', { name: 'Link GitHub' }).waitFor();
    await page.close();
  }, 120_000);

  it('keeps the only way in, and says why a sign-in of somebody else cannot be linked', async () => {
    const login = github().knows('solo');
    const alone = await visits.stranger('/sign-in?returnTo=/settings/profile');
    await alone.getByRole('link', { name: 'Continue with GitHub' }).click();
    await sayYes(alone, login);
    const unlink = alone.getByRole('button', { name: 'Unlink GitHub' });
    await unlink.waitFor();
    expect(await unlink.getAttribute('aria-disabled')).toBe('true');
    expect(await alone.getByTestId('identities').innerText()).toContain('your only way in');
    await alone.context().close();

    const page = await visits.owner('/settings/profile');
    await page.getByRole('button', { name: 'Link GitHub' }).click();
    await sayYes(page, login);
    await page.getByTestId('identity-problem').filter({ hasText: 'opens another account' }).waitFor();
    await page.close();
  }, 120_000);
}
