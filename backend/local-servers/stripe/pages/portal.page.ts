import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { CARD_FATES, idOf } from '../objects/kinds.js';
import { itemOf } from '../objects/subscription.js';
import type { Incoming, Reply } from '../requests/reply.js';
import { update } from '../webhooks/emit.js';
import { button, escaped, leadTo, pageReply } from './layout.js';
import { day, type Language, languageOf, money, wordsIn } from './words.js';

/** The customer's portal: the fate of the card, cancel and resume, invoices. */
export function portalPage(double: Double, session: Stripe.BillingPortal.Session, asked: Incoming): Reply {
  if (asked.method === 'POST') {
    act(double, session, new URLSearchParams(asked.body));
    return leadTo(`${double.url}/pages/portal/${session.id}`);
  }
  const language = languageOf(session.locale, asked.headers['accept-language']);
  const words = wordsIn(language);
  const subscriptions = double.store.newestFirst('subscription', session.customer);
  const { fate } = double.store.extra('customer', session.customer);
  const choices = CARD_FATES.map(
    (one) =>
      `<label class="choice"><input type="radio" name="fate" value="${one}"${one === fate ? ' checked' : ''}> ${escaped(words.fates[one])}</label>`,
  ).join('');
  const back = session.return_url
    ? `<p><a href="${escaped(session.return_url)}">${escaped(words.back)}</a></p>`
    : '';
  const list = double.store
    .newestFirst('invoice', session.customer)
    .map((invoice) => invoiceRow(invoice, language));
  const body = `${subscriptions.map((one) => subscriptionPart(double, one, language)).join('') || `<p>${escaped(words.none)}</p>`}
<form method="post"><fieldset><legend>${escaped(words.card)}</legend>${choices}</fieldset>${button('card', words.save)}</form>
<h2>${escaped(words.invoices)}</h2><ul>${list.join('')}</ul>${back}`;
  return pageReply({ language, title: words.portal, body });
}

function act(double: Double, session: Stripe.BillingPortal.Session, form: URLSearchParams): void {
  const fate = CARD_FATES.find((one) => one === form.get('fate'));
  if (form.get('choice') === 'card' && fate) double.store.putExtra('customer', session.customer, { fate });
  const subscription = double.store.find('subscription', form.get('subscription') ?? '');
  if (!subscription || subscription.customer !== session.customer || subscription.ended_at !== null) return;
  const details = { comment: null, feedback: null, feedback_option: null };
  if (form.get('choice') === 'cancel')
    update(double, subscription, {
      cancel_at_period_end: true,
      cancel_at: itemOf(subscription).current_period_end,
      canceled_at: double.clock.now,
      cancellation_details: { ...details, reason: 'cancellation_requested' },
    });
  if (form.get('choice') === 'resume')
    update(double, subscription, {
      cancel_at_period_end: false,
      cancel_at: null,
      canceled_at: null,
      cancellation_details: { ...details, reason: null },
    });
}

function subscriptionPart(double: Double, subscription: Stripe.Subscription, language: Language): string {
  const words = wordsIn(language);
  const item = itemOf(subscription);
  const name = double.store.find('product', idOf(item.price.product))?.name ?? subscription.id;
  const price = money((item.price.unit_amount ?? 0) * (item.quantity ?? 1), subscription.currency, language);
  const isEnding = subscription.cancel_at_period_end;
  const [word, moment] =
    subscription.ended_at !== null
      ? [words.ended, subscription.ended_at]
      : [isEnding ? words.ends : words.renews, item.current_period_end];
  const form =
    subscription.ended_at === null
      ? `<form method="post"><input type="hidden" name="subscription" value="${subscription.id}">${isEnding ? button('resume', words.resume, true) : button('cancel', words.cancel)}</form>`
      : '';
  return `<h2>${escaped(name)}</h2><dl><dt>${escaped(word)} ${escaped(day(moment, language))}</dt><dd>${escaped(price)}</dd></dl>${form}`;
}

function invoiceRow(invoice: Stripe.Invoice, language: Language): string {
  const words = wordsIn(language);
  const status = words.status[(invoice.status ?? 'draft') as keyof typeof words.status];
  const text = `${invoice.number ?? ''} · ${day(invoice.created, language)} · ${money(invoice.amount_due, invoice.currency, language)} · ${status}`;
  const link =
    invoice.status === 'open' && invoice.hosted_invoice_url
      ? ` <a href="${escaped(invoice.hosted_invoice_url)}">${escaped(words.pay)}</a>`
      : '';
  return `<li>${escaped(text)}${link}</li>`;
}
