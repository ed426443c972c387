import { blocked, unavailable } from '../reading/page-body.js';
import { SHORT_PAGE, type Obstacle } from '../reading/obstacles.js';

const ROBOT_COMMENT = /To\s+discuss\s+automated\s+access\s+to\s+Amazon\s+data/iu;

const captcha: Obstacle = ({ $, html }) => {
  if ($('form[action*="validateCaptcha" i], #captchacharacters').length > 0 || /["'=]opfcaptcha/u.test(html))
    return blocked('captcha', 'Amazon asks for the characters of a picture');
  return null;
};

// The one sentence of the newer wall, in the languages of Amazon's sites.
const CONTINUE =
  /continue shopping|mit dem (?:einkaufen|einkauf) fortzufahren|continuer vos achats|continuare (?:a fare|con gli) acquisti|continuar comprando|seguir comprando|doorgaan met winkelen|verder te winkelen|fortsätta handla|kontynuować zakupy|alışverişe devam|ショッピングを続け|買い物を続け|مواصلة التسوق|متابعة التسوق/iu;

/** The newer wall has no picture: one button, "Continue shopping", in a page with nothing else. */
const buttonOnly: Obstacle = ({ $, html }) => {
  if (html.length > SHORT_PAGE || $('[data-asin], #nav-main, #navFooter, #productTitle').length > 0)
    return null;
  const words = $('body').clone().find('script, style').remove().end().text();
  return $('button, input[type="submit"]').length === 1 && CONTINUE.test(words)
    ? blocked('captcha', 'Amazon shows only a button to continue shopping')
    : null;
};

/** The pages with the dogs: an overload, or a "not found" that is in truth a soft block. */
const dogPage: Obstacle = ({ $, html, title, status }) => {
  if (html.length > SHORT_PAGE || $('[data-asin]').length > 0) return null;
  if (
    html.includes('ref=cs_503_') ||
    /^(?:503\b|Sorry! Something went wrong)/iu.test(title) ||
    /csm-?503/iu.test(html)
  )
    return unavailable('Amazon says that something went wrong');
  const notFound =
    status === 404 || html.includes('ref=cs_404_') || /^(?:404\b|Page Not Found)/iu.test(title);
  if (notFound && ROBOT_COMMENT.test(html)) return blocked('blocked', 'Amazon answers "not found" to robots');
  return null;
};

const robotComment: Obstacle = ({ $, html }) =>
  html.length < SHORT_PAGE && ROBOT_COMMENT.test(html) && $('[data-asin]').length === 0
    ? blocked('blocked', 'Amazon speaks of automated access')
    : null;

export const AMAZON_OBSTACLES: readonly Obstacle[] = [captcha, buttonOnly, dogPage, robotComment];
