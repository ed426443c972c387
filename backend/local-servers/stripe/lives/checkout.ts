import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { keepTaxId, newCustomer } from '../objects/customer.js';
import { type Extras, idOf } from '../objects/kinds.js';
import { amend, emit } from '../webhooks/emit.js';
import { isCodeValid, isCouponValid } from './discounts.js';
import { startSubscription } from './start-subscription.js';
import { sessionTotals } from './session-totals.js';

type Session = Stripe.Checkout.Session;

export function expireSession(double: Double, session: Session): Session {
  const expired = amend(double, session, { status: 'expired', url: null });
  emit(double, 'checkout.session.expired', expired);
  return expired;
}

export interface Visitor {
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly taxId: string | undefined;
}

/** The visitor paid, or began a trial: customer, subscription and first invoice are there, the session is complete. */
export function completeSession(double: Double, session: Session, visitor: Visitor): Session {
  const known = session.customer === null ? undefined : double.store.the('customer', idOf(session.customer));
  const customer =
    known ??
    newCustomer(double, {
      email: session.customer_email ?? visitor.email ?? 'visitor@example.com',
      name: visitor.name ?? null,
    });
  // From now on it is this card, and it was accepted.
  double.store.putExtra('customer', customer.id, { fate: 'ok' });
  if (session.tax_id_collection?.enabled && visitor.taxId)
    keepTaxId(double, customer.id, 'eu_vat', visitor.taxId);
  if (visitor.name && known) amend(double, known, { name: visitor.name });
  const { subscription, invoice } = startSubscription(double, session, customer.id);
  const completed = amend(double, session, {
    status: 'complete',
    payment_status: invoice.amount_due === 0 ? 'no_payment_required' : 'paid',
    customer: customer.id,
    subscription: subscription.id,
    invoice: invoice.id,
    url: null,
    customer_details: {
      address: customer.address ?? null,
      business_name: null,
      email: customer.email,
      individual_name: null,
      name: visitor.name ?? customer.name ?? null,
      phone: null,
      tax_exempt: 'none',
      tax_ids: double.store.newestFirst('tax_id', customer.id).map(({ type, value }) => ({ type, value })),
    },
  });
  emit(double, 'checkout.session.completed', completed);
  return completed;
}

/** The page says why it is still there. */
export function refuseOnPage(
  double: Double,
  session: Session,
  refused: NonNullable<Extras['checkout.session']['refused']>,
): void {
  const extra = double.store.extra('checkout.session', session.id);
  double.store.putExtra('checkout.session', session.id, { ...extra, refused });
}

/** A code that the visitor typed; false where it cannot be redeemed. */
export function applyCode(double: Double, session: Session, typed: string): boolean {
  const code = double.store
    .newestFirst('promotion_code')
    .find((one) => one.code.toLowerCase() === typed.trim().toLowerCase() && isCodeValid(double, one));
  const coupon = code && double.store.find('coupon', idOf(code.promotion.coupon));
  if (!code || !coupon || !isCouponValid(double, coupon)) return false;
  const discounts = [{ coupon: null, promotion_code: code.id }];
  amend(double, session, { discounts, ...sessionTotals(double, session.id, discounts) });
  const { refused: _past, ...extra } = double.store.extra('checkout.session', session.id);
  double.store.putExtra('checkout.session', session.id, extra);
  return true;
}
