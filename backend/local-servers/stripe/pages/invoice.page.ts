import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { collect } from '../lives/collect.js';
import type { CardFate } from '../objects/kinds.js';
import type { Incoming, Reply } from '../requests/reply.js';
import { button, escaped, leadTo, pageReply } from './layout.js';
import { languageOf, money, wordsIn } from './words.js';

const OUTCOMES: Readonly<Record<string, CardFate>> = {
  succeed: 'ok',
  '3ds-confirm': 'ok',
  decline: 'declines',
  '3ds-fail': 'needs-3ds',
};

/** The page of one invoice: where a failed payment is made good, or a bank's question answered. */
export function invoicePage(double: Double, invoice: Stripe.Invoice, asked: Incoming): Reply {
  const self = `${double.url}/pages/invoices/${invoice.id}`;
  if (asked.method === 'POST') {
    const outcome = OUTCOMES[new URLSearchParams(asked.body).get('choice') ?? ''];
    if (outcome && invoice.status === 'open') collect(double, invoice, { outcome, isByHand: true });
    return leadTo(self);
  }
  const language = languageOf(null, asked.headers['accept-language']);
  const words = wordsIn(language);
  const status = words.status[(invoice.status ?? 'draft') as keyof typeof words.status];
  const rows = invoice.lines.data
    .map(
      ({ description, amount }) =>
        `<dt>${escaped(description ?? '')}</dt><dd>${escaped(money(amount, invoice.currency, language))}</dd>`,
    )
    .join('');
  const total = `<dt class="total">${escaped(status)}</dt><dd class="total">${escaped(money(invoice.amount_due, invoice.currency, language))}</dd>`;
  const form =
    invoice.status === 'open'
      ? `<form method="post">${button('succeed', words.succeed, true)}${button('3ds-confirm', `3-D Secure: ${words.confirm}`)}${button('3ds-fail', `3-D Secure: ${words.fail}`)}${button('decline', words.decline)}</form>`
      : '';
  return pageReply({
    language,
    title: `${words.invoice} ${invoice.number ?? ''}`,
    body: `<dl>${rows}${total}</dl>${form}`,
  });
}
