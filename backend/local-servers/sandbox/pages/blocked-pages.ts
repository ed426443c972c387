import type { Visit } from '../hosts.js';
import { htmlPage } from './html.js';

export interface Reply {
  readonly status: number;
  readonly type: 'text/html; charset=utf-8' | 'application/json' | 'text/javascript' | 'text/plain';
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const html = (visit: Visit, status: number, title: string, body: string, head = ''): Reply => ({
  status,
  type: 'text/html; charset=utf-8',
  body: htmlPage({ host: visit.host, language: 'en', title, head, body }),
});

/** The wall that the marketplace puts before robots. Nothing in it is fetched from elsewhere. */
export function captchaReply(visit: Visit): Reply {
  if (visit.marketplace === 'amazon')
    return html(
      visit,
      200,
      'Amazon.com',
      `<!-- To discuss automated access to Amazon data please contact the address below. --><div class="a-box"><h4>Enter the characters you see below</h4><p>Sorry, we just need to make sure you're not a robot.</p><form method="get" action="/errors/validateCaptcha"><input type="hidden" name="amzn" value="sandbox"/><input id="captchacharacters" name="field-keywords"/><button type="submit">Continue shopping</button></form></div>`,
      `<script>var ue_sn = "opfcaptcha.amazon.com";</script>`,
    );
  if (visit.marketplace === 'ebay')
    return html(
      visit,
      200,
      'Pardon Our Interruption...',
      `<div id="splashui"><h1>Pardon Our Interruption...</h1><p>As you were browsing, something made us think you might be a bot.</p><form id="captcha_form"><button type="submit">I am human</button></form></div>`,
    );
  return html(
    visit,
    403,
    'etsy.com',
    // The frame has its own text, so that the address in it is never fetched.
    `<p>Please enable JS and disable any ad blocker</p><iframe title="DataDome CAPTCHA" srcdoc="A captcha would stand here." src="https://geo.captcha-delivery.com/captcha/?sandbox"></iframe>`,
    `<script data-cfasync="false">var dd={'rt':'c','cid':'sandbox','hsh':'SANDBOX','t':'fe','s':45977,'host':'geo.captcha-delivery.com'}</script>`,
  );
}

export const tooManyReply = (visit: Visit): Reply => ({
  ...html(visit, 429, 'Too Many Requests', '<h1>Too Many Requests</h1>'),
  headers: { 'retry-after': '5' },
});

export const unavailableReply = (visit: Visit): Reply =>
  visit.marketplace === 'amazon'
    ? html(
        visit,
        503,
        'Sorry! Something went wrong!',
        '<a href="/ref=cs_503_link"><h1>Sorry! Something went wrong on our end.</h1></a>',
      )
    : html(visit, 503, '503 Service Unavailable', '<h1>503 Service Unavailable</h1>');
