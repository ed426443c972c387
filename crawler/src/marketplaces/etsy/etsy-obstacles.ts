import { SHORT_PAGE, type Obstacle } from '../reading/obstacles.js';
import { blocked, unavailable } from '../reading/page-body.js';

/** Etsy's own walls; DataDome, which stands in front of most of them, is known to every marketplace. */
const robotCheck: Obstacle = ({ $, html, title }) =>
  html.length < SHORT_PAGE &&
  $('[data-listing-id]').length === 0 &&
  (/^(?:Pardon|Access (?:to this page has been )?denied|Are you a human)/iu.test(title) ||
    $('.g-recaptcha, iframe[src*="recaptcha"], .h-captcha').length > 0)
    ? blocked('captcha', 'Etsy asks whether we are human')
    : null;

const down: Obstacle = ({ html, title }) =>
  html.length < SHORT_PAGE && /(?:unavailable|down for maintenance|something went wrong|^Uh oh)/iu.test(title)
    ? unavailable('Etsy shows its error page')
    : null;

export const ETSY_OBSTACLES: readonly Obstacle[] = [robotCheck, down];
