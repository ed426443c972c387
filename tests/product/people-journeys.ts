import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { until, type Product } from './product.js';
import { signIn, Visits } from './visits.js';

const PASSWORD = 'a long sentence is a good password';

/** What has the keyboard is framed and not covered; the search field draws the frame around its icon, too. */
const KEYBOARD_IS_SEEN = `(() => {
  const at = document.activeElement;
  // Past the last stop.
  if (at === document.body) return true;
  const { left, top, width, height } = at.getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return at.contains(above) && [at, at.parentElement].some((part) => getComputedStyle(part).outlineStyle !== 'none');
})()`;

/** What a person does with an account, in a real browser and with the mails of the outbox. */
export function peopleJourneys(product: () => Product): void {
  let visits: Visits;

  /** The path of a link in a mail to this address. */
  const linkTo = (email: string, page: string): Promise<string> =>
    until(`a mail to ${email}`, () => {
      const outbox = join(product().dataFolder, 'outbox');
      const mails = existsSync(outbox) ? readdirSync(outbox).filter((name) => name.endsWith('.eml')) : [];
      for (const name of mails) {
        // Quoted-printable: lines are cut, and «=» is written in hexadecimal.
        const text = readFileSync(join(outbox, name), 'utf8')
          .replaceAll(/=\r?\n/g, '')
          .replaceAll('=3D', '=');
        const link = text.includes(email) && new RegExp(`(/${page}\\?token=[\\w.~%-]+)`).exec(text)?.[1];
        if (link) return link;
      }
      return undefined;
    });

  beforeAll(async () => {
    visits = await Visits.launch(product);
  });
  afterAll(async () => {
    await visits.close();
    expect(visits.problems).toEqual([]);
  });

  it('asks who is not signed in to do so, and goes on to the page that was asked for', async () => {
    const page = await visits.stranger('/tracking');
    await page.waitForURL(/\/sign-in\?returnTo=/);
    await signIn(page, 'nobody@example.com', PASSWORD);
    await page.getByTestId('refused').waitFor();
    expect(await page.locator('input[name=email]').inputValue()).toBe('nobody@example.com');
    await page.context().close();
  }, 120_000);

  it('registers, confirms the address by mail, and signs in with a second factor', async () => {
    const email = `anna-${randomUUID().slice(0, 8)}@example.com`;
    const page = await visits.stranger('/register');
    await page.locator('input[name=name]').fill('Anna');
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('button[type=submit]').click();
    await page.getByTestId('registered').waitFor();

    await page.goto(`${product().address}/sign-in`);
    await signIn(page, email, PASSWORD);
    await page.getByTestId('unproved').waitFor();
    await page.goto(`${product().address}${await linkTo(email, 'verify-email')}`);
    await page.getByTestId('verified').waitFor();

    await page.goto(`${product().address}/settings/profile`);
    await page.getByTestId('account').waitFor();
    expect(await page.getByTestId('unproved').count()).toBe(0);
    const block = page.getByTestId('second-factor');
    await block.getByRole('button', { name: 'Set it up' }).click();
    const secret = await page.getByTestId('totp-secret').innerText();
    await block.locator('img').waitFor();
    await block.locator('input[name=code]').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    await block.getByRole('button', { name: 'Turn it on' }).click();
    await page.getByTestId('recovery-codes').locator('code').first().waitFor();
    const codes = await page.getByTestId('recovery-codes').locator('code').allInnerTexts();
    expect(new Set(codes).size).toBe(10);
    await page.getByTestId('codes-kept').click();

    await page.getByTestId('account').click();
    await page.getByTestId('sign-out').click();
    await page.waitForURL(/\/sign-in/);
    await page.goto(`${product().address}/settings/devices`);
    await page.waitForURL(/\/sign-in\?returnTo=/);
    await signIn(page, email, PASSWORD);
    const code = page.locator('input[name=totp]');
    await code.fill('000000');
    await code.press('Enter');
    await page.getByTestId('refused').waitFor();
    await code.fill(codes[0] ?? '');
    await code.press('Enter');
    await page.getByTestId('devices').waitFor();
    await page.context().close();
  }, 180_000);

  it('stays signed in over reloads and in two tabs at once', async () => {
    const first = await visits.owner('/tracking');
    const second = await visits.owner('/tracking');
    await Promise.all([first.reload(), second.reload()]);
    await Promise.all([first, second].map((page) => page.getByTestId('account').waitFor()));
    await first.reload();
    await first.getByTestId('account').waitFor();
    await first.close();
    await second.close();
  }, 120_000);

  it('shows an API key once, with which a program reads, until it is revoked', async () => {
    const name = `Nightly export ${randomUUID().slice(0, 6)}`;
    const page = await visits.owner('/settings/keys');
    await page.locator('input[name=key-name]').fill(name);
    await page.getByRole('button', { name: 'Make the key' }).click();
    const key = await page.getByTestId('new-key').innerText();
    expect(key).toMatch(/^dk_/);
    const ask = async () =>
      (await fetch(`${product().address}/api/v1/keywords`, { headers: { authorization: `Bearer ${key}` } }))
        .status;
    expect(await ask()).toBe(200);
    await page.getByTestId('key-kept').click();
    await page.reload();
    const row = page.getByTestId('keys').locator('li').filter({ hasText: name });
    await row.waitFor();
    expect(await page.content()).not.toContain(key);
    await row.getByRole('button', { name: `Revoke ${name}` }).click();
    await page.getByTestId('sure').click();
    await row.waitFor({ state: 'detached' });
    await until('the key to open nothing', async () => ((await ask()) === 401 ? true : undefined));
    await page.close();
  }, 120_000);

  it('tells in the audit who made the key, with what the log says about it', async () => {
    const page = await visits.owner('/settings/audit?type=workspace.');
    const entry = page.getByTestId('audit').locator('li').first();
    await entry.locator('summary').click();
    expect(await entry.locator('dl').innerText()).toMatch(/workspace\.\w+\.v\d/);
    await page.close();
  }, 120_000);

  it('puts the keyboard into the first field that is wrong', async () => {
    const page = await visits.stranger('/register');
    await page.locator('input[name=name]').fill('Anna');
    await page.locator('button[type=submit]').press('Enter');
    await until(
      'the field',
      async () => (await page.evaluate("document.activeElement.name === 'email'")) || undefined,
    );
    await page.context().close();
  }, 120_000);

  it.each(['/settings/profile', '/settings/privacy', '/history'])(
    'shows where the keyboard is at every stop of %s, on a phone too',
    async (path) => {
      const page = await visits.owner(path, { width: 390 });
      await page.locator('section:visible, dk-empty-state').first().waitFor();
      for (let stop = 0; stop < 16; stop += 1) {
        await page.keyboard.press('Tab');
        // Some slide in.
        await until(
          `stop ${stop + 1} to be seen`,
          async () => (await page.evaluate(KEYBOARD_IS_SEEN)) || undefined,
        );
      }
      await page.close();
    },
    120_000,
  );

  it.each(['profile', 'devices', 'workspace', 'keys', 'privacy', 'audit'])(
    'fits %s of the settings on a small phone, in French',
    async (tab) => {
      const page = await visits.owner(`/settings/${tab}`, { width: 360, locale: 'fr-FR' });
      await page.getByRole('heading', { level: 1, name: 'Paramètres' }).waitFor();
      await page.locator('section h2:visible').first().waitFor();
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
