import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { startOAuthWorld, type OAuthWorld } from './testing/oauth-world.js';

let world: OAuthWorld;
let browser: Browser;
beforeAll(async () => {
  world = await startOAuthWorld();
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
}, 60_000);

async function openStart(
  provider: string,
  returnTo: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${world.url}/api/v1/auth/oauth/${provider}?returnTo=${encodeURIComponent(returnTo)}`);
  return { context, page };
}

async function signInAtGoogle(page: Page, login: string): Promise<void> {
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** What the dashboard does when it opens: exchanges the cookie, then asks who it is. */
const me = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(async () => {
    const json = { 'content-type': 'application/json' };
    const refreshed = await fetch('/api/v1/auth/refresh', { method: 'POST', headers: json, body: '{}' });
    if (!refreshed.ok) return { status: refreshed.status };
    const { accessToken } = (await refreshed.json()) as { accessToken: string };
    const answer = await fetch('/api/v1/me', { headers: { authorization: `Bearer ${accessToken}` } });
    return (await answer.json()) as Record<string, unknown>;
  });

const pathOf = (page: Page): string => page.url().slice(world.url.length);
const cookiesOf = async (context: BrowserContext) => {
  const all = await context.cookies(`${world.url}/api/v1/auth/oauth`);
  return all.filter(({ name }) => name.includes('dk_'));
};

describe('OAuth in a browser', () => {
  it('opens an account with what Google has proved, and signs in to it the next time, though the address is another', async () => {
    world.google.people.set('g-1', { email: 'Grace@Example.com', email_verified: true, name: 'Grace' });
    const first = await openStart('google', '/keywords?query=gift%20tags');
    expect(await cookiesOf(first.context)).toMatchObject([
      { name: '__Host-dk_oauth', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' },
    ]);
    await signInAtGoogle(first.page, 'g-1');
    await first.page.waitForURL(`${world.url}/keywords?query=gift%20tags`);
    expect(await cookiesOf(first.context)).toMatchObject([
      { name: '__Host-dk_refresh', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' },
    ]);
    const grace = await me(first.page);
    expect(grace).toMatchObject({
      email: 'grace@example.com',
      name: 'Grace',
      isVerified: true,
      hasPassword: false,
      providers: ['google'],
      workspace: { role: 'owner' },
    });

    world.google.people.set('g-1', { email: 'moved@example.com', email_verified: true, name: 'Grace' });
    const second = await openStart('google', '/');
    await signInAtGoogle(second.page, 'g-1');
    await second.page.waitForURL(`${world.url}/`);
    expect(await me(second.page)).toMatchObject({ id: grace['id'], email: 'grace@example.com' });
    for (const { context } of [first, second]) await context.close();
  }, 60_000);

  it('does the same with GitHub, whose addresses stand elsewhere', async () => {
    world.github.people.set('hopper', {
      id: 77,
      login: 'hopper',
      name: null,
      emails: [
        { email: 'spam@example.com', primary: false, verified: true },
        { email: 'hopper@example.com', primary: true, verified: true },
      ],
    });
    const { context, page } = await openStart('github', '/tracked');
    await page.getByRole('link', { name: 'hopper' }).click();
    await page.waitForURL(`${world.url}/tracked`);
    expect(await me(page)).toMatchObject({
      email: 'hopper@example.com',
      name: 'hopper',
      providers: ['github'],
    });
    await context.close();
  }, 60_000);

  it('comes back to the sign-in page where the person says no', async () => {
    const { context, page } = await openStart('google', '/keywords');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.waitForURL(`${world.url}/sign-in?**`);
    expect(pathOf(page)).toBe('/sign-in?problem=sign-in-refused&returnTo=%2Fkeywords');
    expect(await cookiesOf(context)).toEqual([]);
    await context.close();
  }, 60_000);

  it('does not let an open account be entered by its address alone, and never leaves the site', async () => {
    await world.product.signUp('Ruth');
    world.google.people.set('g-2', { email: 'ruth@example.com', email_verified: true, name: 'Not Ruth' });
    const { context, page } = await openStart('google', '//evil.example/path');
    await signInAtGoogle(page, 'g-2');
    await page.waitForURL(`${world.url}/sign-in?**`);
    expect(pathOf(page)).toBe('/sign-in?problem=account-exists');
    expect(await cookiesOf(context)).toEqual([]);
    expect(await me(page)).toEqual({ status: 401 });
    await context.close();
  }, 60_000);
});
