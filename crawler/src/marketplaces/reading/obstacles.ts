import type { NoResults } from '../parsed-page.js';
import { blocked, unavailable, type HtmlPage } from './page-body.js';

/** A sign that an answer is a wall or an outage; null where it does not stand there. */
export type Obstacle = (page: HtmlPage) => NoResults | null;

/** Walls are short pages; a phrase inside a long one is somebody's product title. */
export const SHORT_PAGE = 100_000;

/** Longer than any server's own notice. */
const SHORT_NOTICE = 5_000;

const datadome: Obstacle = ({ html, $ }) => {
  const host = $('iframe[src*="captcha-delivery.com"], script[src*="captcha-delivery.com"]').length > 0;
  const settings = /\bvar dd\s*=\s*\{([^}]*)\}/u.exec(html)?.[1];
  if (!host && !(settings?.includes('captcha-delivery.com') ?? false)) return null;
  // 't':'bv' is DataDome's word for a visitor that gets no puzzle to solve.
  return /['"]t['"]\s*:\s*['"]bv['"]/u.test(settings ?? '')
    ? blocked('blocked', 'DataDome turned us away')
    : blocked('captcha', 'DataDome asks for a captcha');
};

const perimeterX: Obstacle = ({ $, title }) =>
  $('#px-captcha').length > 0 || /^(?:Robot or human\?|Access to this page has been denied)/u.test(title)
    ? blocked('captcha', 'The page asks whether we are a robot or human')
    : null;

const cloudflare: Obstacle = ({ $, title }) =>
  /^(?:Just a moment\.\.\.|Attention Required! \| Cloudflare)$/u.test(title) ||
  $('#challenge-form, #cf-challenge-running').length > 0
    ? blocked('captcha', 'Cloudflare asks for a challenge')
    : null;

const akamai: Obstacle = ({ html, title, $ }) => {
  if (html.length > SHORT_PAGE) return null;
  if (/Zero size object/iu.test(html)) return blocked('blocked', 'Akamai answered "Zero size object"');
  if ($('#sec-if-cpt-container, #sec-cpt-if, [class*="scf-akamai"]').length > 0)
    return blocked('captcha', 'Akamai asks for a challenge');
  const heading = $('h1').first().text().trim();
  if (/^Access Denied$/iu.test(title) || /^Access Denied$/iu.test(heading))
    return blocked('blocked', 'Akamai answered "Access Denied"');
  return null;
};

const imperva: Obstacle = ({ html, title }) => {
  if (/^Pardon Our Interruption/iu.test(title))
    return blocked('blocked', 'The page says "Pardon Our Interruption"');
  if (
    html.length < SHORT_PAGE &&
    html.includes('_Incapsula_Resource') &&
    html.includes('Request unsuccessful')
  )
    return blocked('blocked', 'Imperva turned us away');
  return null;
};

/** What proxies and web servers answer in place of a page: a status and its name, and hardly anything else. */
const serverNotice: Obstacle = ({ html, title, $ }) => {
  if (html.length > SHORT_NOTICE) return null;
  const said = [title, $('h1, h2, b').first().text().trim(), $('body').text().trim().slice(0, 80)];
  if (
    said.some((text) =>
      /^(?:http\/1\.1 )?(?:50[0234]\b|(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)\b)/iu.test(
        text,
      ),
    )
  )
    return unavailable('A server says that the page is unavailable');
  if (said.some((text) => /^(?:http\/1\.1 )?(?:40[13]\b|429\b|forbidden\b|too many requests\b)/iu.test(text)))
    return blocked('blocked', 'A server turned us away');
  return null;
};

const VENDOR_WALLS: readonly Obstacle[] = [datadome, perimeterX, cloudflare, akamai, imperva, serverNotice];

/** What the HTTP status alone says, where it says that there is nothing to read. */
export function obstacleByStatus(status: number | undefined): NoResults | null {
  if (status === undefined || (status >= 200 && status < 300)) return null;
  if (status === 403 || status === 401) return blocked('blocked', `HTTP ${status}`);
  if (status === 429) return blocked('blocked', 'HTTP 429: too many requests');
  if (status >= 500) return unavailable(`HTTP ${status}`);
  return null;
}

/** The first wall or outage that a page shows: the marketplace's own ones, the vendors', then the status. */
export function obstacleOf(page: HtmlPage, own: readonly Obstacle[]): NoResults | null {
  for (const obstacle of [...own, ...VENDOR_WALLS]) {
    const seen = obstacle(page);
    if (seen) return seen;
  }
  return obstacleByStatus(page.status);
}
