import { z } from 'zod';
import {
  intervalSchema,
  paidPlanSchema,
  planCurrencySchema,
  planSchema,
  type Interval,
  type PaidPlan,
  type PlanCurrency,
} from '../../../contracts/values/plans.js';
import { positionSchema } from '../../../contracts/values/position.js';
import { Field } from '../../platform/http/field.js';
import { FreshQuery, PageQuery } from '../../platform/http/paging.dto.js';
import { untilSchema } from '../../platform/http/moments.js';

export class WantedPlanBody {
  @Field(paidPlanSchema, { description: 'What to have.', example: 'pro' })
  plan!: PaidPlan;

  @Field(intervalSchema, { description: 'How often to pay; a year costs ten months.', example: 'month' })
  interval!: Interval;
}

export class CheckoutBody extends WantedPlanBody {
  @Field(planCurrencySchema, { description: 'What to pay in; it stays so.', example: 'EUR' })
  currency!: PlanCurrency;
}

const AsOfField = (): PropertyDecorator =>
  Field(untilSchema, {
    description: 'As it was known at that moment. A date alone is the end of that day, UTC.',
    required: false,
    documented: { type: 'string' },
  });

export class SubscriptionQuery extends FreshQuery {
  @AsOfField()
  asOf?: string;
}

export class BillingEventsQuery extends PageQuery {
  @AsOfField()
  asOf?: string;
}

const moment = z.iso.datetime();
const minor = z.int().describe('In minor units of the currency.');

const quotasSchema = z.object({
  searchesADay: z.int(),
  trackedKeywords: z.int(),
  crawlsADay: z.int(),
  apiCallsAMinute: z.int(),
  members: z.int(),
  importsADay: z.int(),
  lookEvery: z.enum(['weekly', 'daily', 'hourly']),
  searchHistoryDays: z.int(),
});

export const planListSchema = z
  .object({
    isSimulated: z.boolean().describe('True where no money moves: the checkout is a simulation.'),
    canBuy: z.boolean(),
    items: z.array(
      z.object({
        plan: planSchema,
        trialDays: z.int(),
        prices: z.array(
          z.object({ interval: intervalSchema, currency: planCurrencySchema, amountMinor: minor }),
        ),
        quotas: quotasSchema,
      }),
    ),
  })
  .meta({ id: 'PlanList' });
export type PlanList = z.infer<typeof planListSchema>;

const meterSchema = z.object({
  name: z.enum(['searchesADay', 'crawlsADay', 'importsADay', 'trackedKeywords', 'members']),
  used: z.int(),
  limit: z.int(),
  resetsAt: moment.nullable().describe('When all of it is free again; null for what stands.'),
});

export const subscriptionSchema = z
  .object({
    plan: planSchema.describe('What the workspace may use.'),
    status: z.string().describe('The word of the payment service; `none` without a subscription.'),
    reason: z.string().describe('Why it has this plan.'),
    interval: intervalSchema.nullable(),
    currency: z.string().nullable(),
    amountMinor: minor.nullable(),
    until: moment.nullable().describe('Until when it is so, as far as is known.'),
    inGrace: z.boolean(),
    graceUntil: moment.nullable(),
    cancelAt: moment.nullable(),
    isBilled: z.boolean().describe('There is a subscription that can be changed or cancelled.'),
    mayTry: z.boolean().describe('A checkout would begin with days that cost nothing.'),
    isSimulated: z.boolean(),
    meters: z.array(meterSchema).describe('What is used of the plan; none for a past moment.'),
    asOf: moment.optional(),
    stale: z.literal(true).optional(),
  })
  .meta({ id: 'Subscription' });
export type SubscriptionAnswer = z.infer<typeof subscriptionSchema>;

export const checkoutSchema = z
  .object({
    url: z.string().describe('Where to pay. Send the browser there.'),
    sessionId: z.string(),
    position: positionSchema,
  })
  .meta({ id: 'Checkout' });
export type Checkout = z.infer<typeof checkoutSchema>;

export const portalSchema = z.object({ url: z.string() }).meta({ id: 'BillingPortal' });

export const changeAskedSchema = z
  .object({ accepted: z.literal(true).describe('The payment service did it, and tells us within seconds.') })
  .meta({ id: 'PlanChangeAsked' });

export const previewSchema = z
  .object({
    dueNowMinor: minor.describe('What is charged at once; 0 where there is credit.'),
    creditMinor: minor.describe('What later invoices are less by.'),
    currency: z.string(),
    tooMuch: z
      .array(z.object({ name: z.string(), used: z.int(), limit: z.int() }))
      .describe('What is in use beyond the plan and must be removed first.'),
  })
  .meta({ id: 'PlanChangePreview' });
export type Preview = z.infer<typeof previewSchema>;

export const invoiceListSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        number: z.string().nullable(),
        status: z.string(),
        totalMinor: minor,
        paidMinor: minor,
        currency: z.string(),
        at: moment.describe('Of the newest word about it.'),
        nextAttemptAt: moment.nullable(),
      }),
    ),
    stale: z.literal(true).optional(),
  })
  .meta({ id: 'InvoiceList' });
export type InvoiceList = z.infer<typeof invoiceListSchema>;

export const billingEventsSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        type: z.string(),
        occurredAt: moment,
        recordedAt: moment,
        actor: z.string(),
        position: positionSchema,
        data: z.record(z.string(), z.unknown()),
      }),
    ),
    nextCursor: z.string().nullable(),
    stale: z.literal(true).optional(),
  })
  .meta({ id: 'BillingEventPage' });
export type BillingEvents = z.infer<typeof billingEventsSchema>;

const byCurrency = z.array(z.object({ currency: z.string(), amountMinor: minor }));
export const overviewSchema = z
  .object({
    plans: z.array(z.object({ plan: planSchema, status: z.string(), workspaces: z.int() })),
    monthlyRevenue: byCurrency.describe('Of all paid subscriptions, a year as a twelfth a month.'),
    paidInvoices: byCurrency.describe('Invoices that were paid in the last 30 days.'),
    endedSubscriptions: z.int().describe('In the last 30 days.'),
    churnPercent: z
      .number()
      .nullable()
      .describe('Ended in 30 days, of those and all that are paid now; null where there are none.'),
    failedPayments: z.array(
      z.object({
        workspaceId: z.string(),
        invoiceId: z.string(),
        at: moment,
        amountMinor: minor,
        currency: z.string(),
        isRecovered: z.boolean(),
      }),
    ),
    isSimulated: z.boolean(),
  })
  .meta({ id: 'BillingOverview' });
export type Overview = z.infer<typeof overviewSchema>;
