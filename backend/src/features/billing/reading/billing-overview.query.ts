import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Plan } from '../../../../contracts/values/plans.js';
import type { Overview } from '../billing.dto.js';
import { STRIPE, type StripeAccess } from '../stripe/open-stripe.js';
import { CLOCK, type Clock } from '../../../platform/tokens.js';
import { SubscriptionTables } from './subscription-tables.js';

/** How the business does: for those who run the platform. */
export class GetBillingOverview extends Query<Overview> {}

const PAID = `status in ('active', 'past_due', 'unpaid') and plan <> 'free'`;
const MOST_FAILED = 50;
const MONTH_MS = 30 * 86_400_000;

type Sum = Overview['monthlyRevenue'][number];

@QueryHandler(GetBillingOverview)
export class GetBillingOverviewHandler implements IQueryHandler<GetBillingOverview> {
  constructor(
    private readonly tables: SubscriptionTables,
    @Inject(STRIPE) private readonly stripe: StripeAccess | undefined,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<Overview> {
    const since = new Date(this.clock() - MONTH_MS).toISOString();
    const [plans, monthlyRevenue, paidInvoices, ended, failedPayments] = await Promise.all([
      this.plans(),
      this.monthlyRevenue(),
      this.paidInvoices(since),
      this.ended(since),
      this.failedPayments(since),
    ]);
    const { endedSubscriptions, paidNow } = ended;
    const all = endedSubscriptions + paidNow;
    return {
      plans,
      monthlyRevenue,
      paidInvoices,
      endedSubscriptions,
      churnPercent: all === 0 ? null : Math.round((endedSubscriptions / all) * 1_000) / 10,
      failedPayments,
      isSimulated: this.stripe?.isSimulated ?? false,
    };
  }

  private plans() {
    return this.tables.read<{ plan: Plan; status: string; workspaces: number }>(
      (schema) => `select plan, status, count(*)::int as workspaces from ${schema}.subscription
                    where subscription_id is not null group by plan, status order by plan, status`,
      [],
    );
  }

  private monthlyRevenue() {
    return this.tables.read<Sum>(
      (schema) => `
        select currency, round(sum(amount_minor / case interval when 'year' then 12.0 else 1.0 end))::float8 as "amountMinor"
          from ${schema}.subscription where ${PAID} and amount_minor is not null group by currency order by currency`,
      [],
    );
  }

  /** Each invoice once, whether a webhook told that it is paid or reconciling found it. */
  private paidInvoices(since: string) {
    return this.tables.read<Sum>(
      (schema) => `
        select currency, sum(paid)::float8 as "amountMinor" from (
          select distinct on (invoice ->> 'invoiceId') invoice ->> 'currency' as currency, (invoice ->> 'paidMinor')::bigint as paid
            from (select data -> 'invoice' as invoice, occurred_at from ${schema}.subscription_fact
                   where type = 'subscription.InvoicePaid.v1'
                  union all
                  select jsonb_array_elements(data -> 'invoices'), occurred_at from ${schema}.subscription_fact
                   where type = 'subscription.Reconciled.v1') as told
           where invoice ->> 'status' = 'paid' and occurred_at >= $1::timestamptz
           order by invoice ->> 'invoiceId', occurred_at desc) as paid
         group by currency order by currency`,
      [since],
    );
  }

  private async ended(since: string): Promise<{ endedSubscriptions: number; paidNow: number }> {
    const [counted] = await this.tables.read<{ endedSubscriptions: number; paidNow: number }>(
      (schema) => `
        select (select count(distinct data ->> 'subscriptionId')::int from ${schema}.subscription_fact
                 where type = 'subscription.Ended.v1' and occurred_at >= $1::timestamptz) as "endedSubscriptions",
               (select count(*)::int from ${schema}.subscription where ${PAID}) as "paidNow"`,
      [since],
    );
    return counted ?? { endedSubscriptions: 0, paidNow: 0 };
  }

  private async failedPayments(since: string): Promise<Overview['failedPayments']> {
    const rows = await this.tables.read<Overview['failedPayments'][number] & { readonly at: string }>(
      (schema) => `
        select distinct on (f.data -> 'invoice' ->> 'invoiceId')
               f.workspace as "workspaceId", f.data -> 'invoice' ->> 'invoiceId' as "invoiceId",
               to_char(f.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
               (f.data -> 'invoice' ->> 'dueMinor')::float8 as "amountMinor", f.data -> 'invoice' ->> 'currency' as currency,
               exists (select 1 from ${schema}.subscription_fact p
                        where p.workspace = f.workspace and p.type = 'subscription.InvoicePaid.v1'
                          and p.data -> 'invoice' ->> 'invoiceId' = f.data -> 'invoice' ->> 'invoiceId') as "isRecovered"
          from ${schema}.subscription_fact f
         where f.type = 'subscription.PaymentFailed.v1' and f.occurred_at >= $1::timestamptz
         order by f.data -> 'invoice' ->> 'invoiceId', f.occurred_at desc
         limit ${MOST_FAILED}`,
      [since],
    );
    return rows.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  }
}
