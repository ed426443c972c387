import { doDueWork } from '../clock/due-work.js';
import type { Double } from '../double.js';
import type { Incoming, Reply } from '../requests/reply.js';
import { checkoutPage } from './checkout.page.js';
import { invoicePage } from './invoice.page.js';
import { escaped, pageReply } from './layout.js';
import { portalPage } from './portal.page.js';
import { languageOf, wordsIn } from './words.js';

/** The pages that people see: /pages/checkout/…, /pages/portal/…, /pages/invoices/… */
export function answerPage(double: Double, asked: Incoming): Reply {
  doDueWork(double, double.clock.now);
  const [, kind, id = ''] = /^\/pages\/(checkout|portal|invoices)\/(\w+)$/.exec(asked.path) ?? [];
  const reply = double.store.transaction((): Reply | undefined => {
    if (kind === 'checkout') {
      const session = double.store.find('checkout.session', id);
      return session && checkoutPage(double, session, asked);
    }
    if (kind === 'portal') {
      const session = double.store.find('billing_portal.session', id);
      return session && portalPage(double, session, asked);
    }
    const invoice = double.store.find('invoice', id);
    return invoice && invoicePage(double, invoice, asked);
  });
  double.outbox.wake();
  if (reply) return reply;
  const language = languageOf(null, asked.headers['accept-language']);
  const { missing } = wordsIn(language);
  return pageReply({ language, title: missing, body: `<p>${escaped(asked.path)}</p>`, status: 404 });
}
