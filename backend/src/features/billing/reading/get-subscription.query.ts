import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ENTITLEMENTS, type Entitlements } from '../../../platform/quotas/entitlements.js';
import { Quotas } from '../../../platform/quotas/quotas.js';
import { CLOCK, type Clock } from '../../../platform/tokens.js';
import type { InvoiceList, SubscriptionAnswer } from '../billing.dto.js';
import { STRIPE, type StripeAccess } from '../stripe/open-stripe.js';
import { billingNow } from '../subscription/billing-now.js';
import { billedSubscription } from '../subscription/billed-subscription.js';
import { entitlement } from '../subscription/entitlement.js';
import { termsIn } from './stored-facts.js';
import { SubscriptionTables } from './subscription-tables.js';

/** What a workspace has and may do, now or as it was known then. */
export class GetSubscription extends Query<SubscriptionAnswer> {
  constructor(
    readonly workspace: string,
    readonly asOf: string | undefined,
    readonly minPosition: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(GetSubscription)
export class GetSubscriptionHandler implements IQueryHandler<GetSubscription> {
  constructor(
    private readonly tables: SubscriptionTables,
    private readonly quotas: Quotas,
    @Inject(ENTITLEMENTS) private readonly entitlements: Entitlements,
    @Inject(STRIPE) private readonly stripe: StripeAccess | undefined,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ workspace, asOf, minPosition }: GetSubscription): Promise<SubscriptionAnswer> {
    const freshness = await this.tables.freshness(minPosition);
    const state = await this.tables.stateOf(workspace, asOf);
    const at = billingNow(state, asOf ?? new Date(this.clock()).toISOString());
    const {
      plan: subscribed,
      subscriptionId,
      status,
      reason,
      until,
      inGrace,
      graceUntil,
      cancelAt,
    } = entitlement(state, at);
    // Without a subscription the installation says which plan it is.
    const plan =
      subscribed === 'free' && asOf === undefined ? await this.entitlements.planOf(workspace) : subscribed;
    const terms = subscriptionId === null ? undefined : termsIn(state, subscriptionId);
    return {
      plan,
      status,
      reason,
      interval: terms?.interval ?? null,
      currency: terms?.currency ?? null,
      amountMinor: terms?.amountMinor ?? null,
      until,
      inGrace,
      graceUntil,
      cancelAt,
      isBilled: billedSubscription(state, at) !== undefined,
      mayTry: state.subscriptions.size === 0,
      isSimulated: this.stripe?.isSimulated ?? false,
      meters: asOf === undefined ? await this.quotas.metersOf(workspace, plan) : [],
      ...(asOf === undefined ? {} : { asOf }),
      ...freshness,
    };
  }
}

/** Every invoice that Stripe told of, the newest first. */
export class ListInvoices extends Query<InvoiceList> {
  constructor(
    readonly workspace: string,
    readonly asOf: string | undefined,
    readonly minPosition: string | undefined,
  ) {
    super();
  }
}

@QueryHandler(ListInvoices)
export class ListInvoicesHandler implements IQueryHandler<ListInvoices> {
  constructor(private readonly tables: SubscriptionTables) {}

  async execute({ workspace, asOf, minPosition }: ListInvoices): Promise<InvoiceList> {
    const freshness = await this.tables.freshness(minPosition);
    const { invoices } = await this.tables.stateOf(workspace, asOf);
    const items = [...invoices.values()].map(({ said: { at, invoice } }) => ({
      id: invoice.invoiceId,
      number: invoice.number,
      status: invoice.status,
      totalMinor: invoice.totalMinor,
      paidMinor: invoice.paidMinor,
      currency: invoice.currency,
      at,
      nextAttemptAt: invoice.nextAttemptAt,
    }));
    return { items: items.toSorted((a, b) => (a.at < b.at ? 1 : -1)), ...freshness };
  }
}
