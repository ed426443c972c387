import type Stripe from 'stripe';

/** Everything that the double keeps, in Stripe's own shapes; other objects are named by their ids. */
export interface Kinds {
  product: Stripe.Product;
  price: Stripe.Price;
  customer: Stripe.Customer;
  tax_id: Stripe.TaxId;
  coupon: Stripe.Coupon;
  promotion_code: Stripe.PromotionCode;
  discount: Stripe.Discount;
  'checkout.session': Stripe.Checkout.Session;
  'billing_portal.configuration': Stripe.BillingPortal.Configuration;
  'billing_portal.session': Stripe.BillingPortal.Session;
  subscription: Stripe.Subscription;
  invoice: Stripe.Invoice;
  invoice_payment: Stripe.InvoicePayment;
  payment_intent: Stripe.PaymentIntent;
  charge: Stripe.Charge;
  refund: Stripe.Refund;
  event: Stripe.Event;
}
export type Kind = keyof Kinds;
export type Kept = Kinds[Kind];

/** What will become of the payments of a customer. */
export const CARD_FATES = ['ok', 'declines', 'needs-3ds'] as const;
export type CardFate = (typeof CARD_FATES)[number];

/** A line that waits to be put on an invoice. */
export interface LineDraft {
  readonly amount: number;
  readonly description: string;
  readonly period: { readonly start: number; readonly end: number };
  readonly price: Stripe.Price;
  readonly quantity: number;
  readonly isProration: boolean;
  readonly subscription: string;
  readonly item: string;
}

/** What the double knows beside an object and Stripe does not show. */
export interface Extras {
  customer: { readonly fate: CardFate };
  'checkout.session': {
    readonly lines: readonly { readonly id: string; readonly price: string; readonly quantity: number }[];
    readonly subscriptionMetadata: Stripe.Metadata;
    readonly description: string | null;
    readonly trialEnd: number | null;
    readonly trialDays: number | null;
    /** What the last try on the page came to. */
    readonly refused?: 'declined' | '3ds-failed' | 'code-unknown' | 'tax-id-wrong';
  };
  subscription: { readonly isTrialEndTold: boolean; readonly pending: readonly LineDraft[] };
}
export type ExtraKind = keyof Extras;

/** The types tell what the SDK makes of an answer; on the wire a decimal is a text. */
export const decimalText = (value: number): Stripe.Decimal => String(value) as unknown as Stripe.Decimal;

/** The id of what may be expanded; in the double's books it always is one. */
export const idOf = (given: string | { id: string } | null | undefined): string =>
  typeof given === 'string' ? given : (given?.id ?? '');
