// Takes the pictures of docs/images from a product that runs, signed in as its start block says:
// DEMO_PASSWORD=… node scripts/screenshots.mjs http://127.0.0.1:3000
import { chromium } from 'playwright';

const [address = 'http://127.0.0.1:3000', folder = 'docs/images'] = process.argv.slice(2);
const SIZES = { laptop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

const person = {
  email: process.env.DEMO_EMAIL ?? 'demo@example.com',
  password: process.env.DEMO_PASSWORD ?? '',
};
const signedIn = await fetch(`${address}/api/v1/auth/login`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(person),
});
if (signedIn.status !== 200) throw new Error('DEMO_PASSWORD: wants the password of the start block');
const { accessToken } = await signedIn.json();
const answer = await fetch(`${address}/api/v1/keywords?query=budget%20planner&marketplace=etsy&limit=1`, {
  headers: { authorization: `Bearer ${accessToken}` },
});
const [keyword] = (await answer.json()).items;
const pages = { search: '/?query=planner', keyword: `/keywords/${keyword.id}` };

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
for (const [size, viewport] of Object.entries(SIZES)) {
  const context = await browser.newContext({ viewport, locale: 'en-US', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.locator('input[name=email]').fill(person.email);
  await page.locator('input[name=password]').fill(person.password);
  await page.locator('button[type=submit]').click();
  await page.getByTestId('account').waitFor();
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`${address}${path}`);
    await page
      .getByTestId(name === 'search' ? 'keyword-row' : 'history')
      .first()
      .waitFor();
    if (name === 'keyword') await page.getByTestId('trend').locator('svg').first().waitFor();
    await page.evaluate('document.fonts.ready');
    await page.waitForTimeout(500); // the chart draws itself once more when it knows its width
    await page.screenshot({ path: `${folder}/${name}-${size}.png` });
  }
  await context.close();
}
await browser.close();
