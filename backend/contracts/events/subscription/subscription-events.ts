import { defineEvent } from '../define-event.js';
import { cancellationScheduledV1 } from './cancellation-scheduled/v1.js';
import { cancellationWithdrawnV1 } from './cancellation-withdrawn/v1.js';
import { checkoutEndedV1 } from './checkout-ended/v1.js';
import { checkoutStartedV1 } from './checkout-started/v1.js';
import { customerLinkedV1 } from './customer-linked/v1.js';
import { endedV1 } from './ended/v1.js';
import { graceEndedV1 } from './grace-ended/v1.js';
import { graceStartedV1 } from './grace-started/v1.js';
import { invoicePaidV1 } from './invoice-paid/v1.js';
import { invoiceWrittenOffV1 } from './invoice-written-off/v1.js';
import { paymentActionRequiredV1 } from './payment-action-required/v1.js';
import { paymentFailedV1 } from './payment-failed/v1.js';
import { paymentRecoveredV1 } from './payment-recovered/v1.js';
import { planChangedV1 } from './plan-changed/v1.js';
import { reconciledV1 } from './reconciled/v1.js';
import { refundedV1 } from './refunded/v1.js';
import { renewedV1 } from './renewed/v1.js';
import { startedV1 } from './started/v1.js';
import { stripeEventStoredV1 } from './stripe-event-stored/v1.js';
import { termsSeenV1 } from './terms-seen/v1.js';
import { trialStartedV1 } from './trial-started/v1.js';
import { unknownPriceSeenV1 } from './unknown-price-seen/v1.js';

/** Events of billing: what a workspace pays for, as Stripe tells it. */
export const subscriptionEvents = {
  'subscription.TrialStarted.v1': defineEvent({
    name: 'subscription.TrialStarted',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'A plan is tried for some days without paying.',
    versions: [trialStartedV1],
    upcasts: [],
  }),
  'subscription.Started.v1': defineEvent({
    name: 'subscription.Started',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'A paid plan began: at once, or after a trial, or when the first payment came through.',
    versions: [startedV1],
    upcasts: [],
  }),
  'subscription.PlanChanged.v1': defineEvent({
    name: 'subscription.PlanChanged',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'Another plan, interval or price is paid from now on.',
    versions: [planChangedV1],
    upcasts: [],
  }),
  'subscription.Renewed.v1': defineEvent({
    name: 'subscription.Renewed',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'A new period began; whether it is paid is told by its invoice.',
    versions: [renewedV1],
    upcasts: [],
  }),
  'subscription.TermsSeen.v1': defineEvent({
    name: 'subscription.TermsSeen',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about:
      'What Stripe says of a subscription changed in a way that no other fact names: waiting for its first payment, past due, paused, a discount.',
    versions: [termsSeenV1],
    upcasts: [],
  }),
  'subscription.CancellationScheduled.v1': defineEvent({
    name: 'subscription.CancellationScheduled',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'The subscription will end at a moment that is known.',
    versions: [cancellationScheduledV1],
    upcasts: [],
  }),
  'subscription.CancellationWithdrawn.v1': defineEvent({
    name: 'subscription.CancellationWithdrawn',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'The subscription will go on after all.',
    versions: [cancellationWithdrawnV1],
    upcasts: [],
  }),
  'subscription.Ended.v1': defineEvent({
    name: 'subscription.Ended',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'The subscription is over and will not come back.',
    versions: [endedV1],
    upcasts: [],
  }),
  'subscription.UnknownPriceSeen.v1': defineEvent({
    name: 'subscription.UnknownPriceSeen',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about:
      'A subscription has a price that none of our plans has: its plan stays what it was, and operators must look.',
    versions: [unknownPriceSeenV1],
    upcasts: [],
  }),
  'subscription.PaymentFailed.v1': defineEvent({
    name: 'subscription.PaymentFailed',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'A payment of an invoice was refused.',
    versions: [paymentFailedV1],
    upcasts: [],
  }),
  'subscription.PaymentActionRequired.v1': defineEvent({
    name: 'subscription.PaymentActionRequired',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'The bank wants the customer to confirm a payment.',
    versions: [paymentActionRequiredV1],
    upcasts: [],
  }),
  'subscription.PaymentRecovered.v1': defineEvent({
    name: 'subscription.PaymentRecovered',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'An invoice is paid after a payment of it had failed; said beside InvoicePaid.',
    versions: [paymentRecoveredV1],
    upcasts: [],
  }),
  'subscription.InvoicePaid.v1': defineEvent({
    name: 'subscription.InvoicePaid',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'An invoice is paid. Revenue is what these and the invoices in Reconciled say, each invoice once.',
    versions: [invoicePaidV1],
    upcasts: [],
  }),
  'subscription.InvoiceWrittenOff.v1': defineEvent({
    name: 'subscription.InvoiceWrittenOff',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'An invoice is no longer to be paid: it was declared void or uncollectible.',
    versions: [invoiceWrittenOffV1],
    upcasts: [],
  }),
  'subscription.Refunded.v1': defineEvent({
    name: 'subscription.Refunded',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'Money goes back to a customer, or failed to; by itself it changes no plan.',
    versions: [refundedV1],
    upcasts: [],
  }),
  'subscription.CustomerLinked.v1': defineEvent({
    name: 'subscription.CustomerLinked',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'A workspace is known to Stripe as this customer.',
    versions: [customerLinkedV1],
    upcasts: [],
  }),
  'subscription.CheckoutStarted.v1': defineEvent({
    name: 'subscription.CheckoutStarted',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'Somebody was sent to Stripe to pay.',
    versions: [checkoutStartedV1],
    upcasts: [],
  }),
  'subscription.CheckoutEnded.v1': defineEvent({
    name: 'subscription.CheckoutEnded',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'A checkout was gone through, or its time ran out.',
    versions: [checkoutEndedV1],
    upcasts: [],
  }),
  'subscription.GraceStarted.v1': defineEvent({
    name: 'subscription.GraceStarted',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'A payment failed; the plan stays for some days more.',
    versions: [graceStartedV1],
    upcasts: [],
  }),
  'subscription.GraceEnded.v1': defineEvent({
    name: 'subscription.GraceEnded',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'It was paid in the days of grace, or it was not.',
    versions: [graceEndedV1],
    upcasts: [],
  }),
  'subscription.Reconciled.v1': defineEvent({
    name: 'subscription.Reconciled',
    category: 'subscription',
    writer: 'backend/src/features/billing',
    about: 'What we knew of a subscription was not what Stripe says; from here on it is.',
    versions: [reconciledV1],
    upcasts: [],
  }),
  'subscription.StripeEventStored.v1': defineEvent({
    name: 'subscription.StripeEventStored',
    category: 'stripeEvent',
    writer: 'backend/src/features/billing',
    about: 'An event of Stripe as it came, without anything about a person or a card.',
    versions: [stripeEventStoredV1],
    upcasts: [],
  }),
} as const;
