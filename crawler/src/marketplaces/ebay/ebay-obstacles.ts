import { SHORT_PAGE, type Obstacle } from '../reading/obstacles.js';
import { blocked, unavailable } from '../reading/page-body.js';

/** eBay's wall is served by its own "splashui", with or without a captcha in it. */
const splash: Obstacle = ({ $, html, title, url }) => {
  const isSplash =
    /^Pardon Our Interruption/iu.test(title) ||
    (html.length < SHORT_PAGE && /"serviceName"\s*:\s*"splashui"/u.test(html)) ||
    /\/splashui\//u.test(url ?? '') ||
    (html.length < SHORT_PAGE && /^(?:Security Measure|Checking your browser)/iu.test(title));
  if (!isSplash) return null;
  return $('#captcha_form, form[action*="captcha"], .h-captcha, iframe[src*="hcaptcha.com"], .g-recaptcha')
    .length > 0
    ? blocked('captcha', 'eBay asks for a captcha')
    : blocked('blocked', 'eBay says "Pardon Our Interruption"');
};

const errorPage: Obstacle = ({ html, title }) =>
  html.length < SHORT_PAGE && /^(?:Error Page|Service Unavailable|Sorry)\b.*(?:eBay)?$/iu.test(title)
    ? unavailable('eBay shows its error page')
    : null;

export const EBAY_OBSTACLES: readonly Obstacle[] = [splash, errorPage];
