import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { applyCode, completeSession, refuseOnPage } from '../lives/checkout.js';
import { isTaxIdGood } from '../objects/customer.js';
import { idOf } from '../objects/kinds.js';
import { lineItemsOf } from '../objects/session.js';
import type { Incoming, Reply } from '../requests/reply.js';
import { button, escaped, leadTo, pageReply } from './layout.js';
import { day, languageOf, money, wordsIn } from './words.js';

type Session = Stripe.Checkout.Session;

const successOf = (session: Session): string =>
  (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id);

/** Shows the checkout, or does what was chosen on it. */
export function checkoutPage(double: Double, session: Session, asked: Incoming): Reply {
  if (asked.method !== 'POST') return draw(double, session, asked);
  const form = new URLSearchParams(asked.body);
  const told = (name: string) => form.get(name)?.trim() || undefined;
  const self = `${double.url}/pages/checkout/${session.id}`;
  // A second click on what is already done leads to the same place.
  if (session.status === 'complete') return leadTo(successOf(session));
  if (session.status !== 'open') return leadTo(self);
  switch (form.get('choice') ?? '') {
    case 'succeed':
    case '3ds-confirm':
      if (told('tax_id') && !isTaxIdGood('eu_vat', told('tax_id') ?? '')) {
        refuseOnPage(double, session, 'tax-id-wrong');
        return leadTo(self);
      }
      completeSession(double, session, { email: told('email'), name: told('name'), taxId: told('tax_id') });
      return leadTo(successOf(session));
    case '3ds': {
      const kept = new URLSearchParams({ step: '3ds' });
      for (const name of ['email', 'name', 'tax_id']) if (told(name)) kept.set(name, told(name) ?? '');
      return leadTo(`${self}?${kept}`);
    }
    case 'decline':
      refuseOnPage(double, session, 'declined');
      return leadTo(self);
    case '3ds-fail':
      refuseOnPage(double, session, '3ds-failed');
      return leadTo(self);
    case 'code':
      if (!session.allow_promotion_codes || !applyCode(double, session, form.get('code') ?? ''))
        refuseOnPage(double, session, 'code-unknown');
      return leadTo(self);
    case 'abandon':
      return leadTo(session.cancel_url ?? self);
    default:
      return leadTo(self);
  }
}

function draw(double: Double, session: Session, asked: Incoming): Reply {
  const language = languageOf(session.locale, asked.headers['accept-language']);
  const words = wordsIn(language);
  const page = { language, title: words.checkout, leadsTo: [session.success_url, session.cancel_url] };
  if (session.status !== 'open') {
    const isDone = session.status === 'complete';
    const target = isDone ? successOf(session) : session.cancel_url;
    const link = target === null ? '' : `<p><a href="${escaped(target)}">${escaped(words.back)}</a></p>`;
    const body = `<p role="status">${escaped(isDone ? words.complete : words.expired)}</p>${link}`;
    return pageReply({ ...page, body });
  }
  const query = new URLSearchParams(asked.query);
  if (query.get('step') === '3ds') {
    const hidden = ['email', 'name', 'tax_id'].map(
      (name) => `<input type="hidden" name="${name}" value="${escaped(query.get(name) ?? '')}">`,
    );
    const form = `<form method="post">${hidden.join('')}${button('3ds-confirm', words.confirm, true)}${button('3ds-fail', words.fail)}</form>`;
    return pageReply({
      ...page,
      title: words.bank,
      body: `<p>${escaped(sumLine(session, language))}</p>${form}`,
    });
  }
  return pageReply({ ...page, body: openBody(double, session, language) });
}

const sumLine = (session: Session, language: 'en' | 'fr'): string =>
  `${wordsIn(language).today}: ${money(session.amount_total ?? 0, session.currency ?? 'eur', language)}`;

function openBody(double: Double, session: Session, language: 'en' | 'fr'): string {
  const words = wordsIn(language);
  const extra = double.store.extra('checkout.session', session.id);
  const currency = session.currency ?? 'eur';
  const line = lineItemsOf(double, session.id).data[0];
  const interval = (line?.price?.recurring?.interval ?? 'month') as keyof typeof words.per;
  const full = `${money(line?.amount_subtotal ?? 0, currency, language)} ${words.per[interval]}`;
  const row = (name: string, value: string, isTotal = false) =>
    `<dt${isTotal ? ' class="total"' : ''}>${escaped(name)}</dt><dd${isTotal ? ' class="total"' : ''}>${escaped(value)}</dd>`;
  const discount = session.total_details?.amount_discount ?? 0;
  const rows = [
    row(line?.description ?? '', full),
    extra.trialDays === null ? '' : row(`${extra.trialDays} ${words.trialDays}`, ''),
    extra.trialEnd === null ? '' : row(words.trial, day(extra.trialEnd, language)),
    discount === 0 ? '' : row(words.discount, `−${money(discount, currency, language)}`),
    row(words.today, money(session.amount_total ?? 0, currency, language), true),
  ].join('');
  const alert = extra.refused
    ? `<p class="alert" role="alert">${escaped(words.refused[extra.refused])}</p>`
    : '';
  const known = session.customer && double.store.find('customer', idOf(session.customer))?.email;
  const email = known ?? session.customer_email;
  const fields = [
    email
      ? `<p>${escaped(words.email)}: ${escaped(email)}</p>`
      : `<label>${escaped(words.email)}<input type="email" name="email" autocomplete="off"></label>`,
    session.tax_id_collection?.enabled
      ? `<label>${escaped(words.name)}<input type="text" name="name" autocomplete="off"></label>
<label>${escaped(words.taxId)}<input type="text" name="tax_id" autocomplete="off" placeholder="FR12345678901"></label>`
      : '',
  ].join('');
  const code = session.allow_promotion_codes
    ? `<form method="post"><label>${escaped(words.code)}<input type="text" name="code" autocomplete="off"></label>${button('code', words.apply)}</form>`
    : '';
  return `${alert}<dl>${rows}</dl>${code}<form method="post">${fields}<h2>${escaped(words.whatHappens)}</h2>
${button('succeed', words.succeed, true)}${button('decline', words.decline)}${button('3ds', words.ask3ds)}${button('abandon', words.abandon)}</form>`;
}
