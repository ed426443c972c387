import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Asked } from '../../../contracts/events/asked.js';
import { Answers, MayFail, TakesIdempotencyKey } from '../../platform/http/api-docs.js';
import { Access, AskedBy, CalledBy } from '../../platform/security/access.js';
import type { Caller } from '../../platform/security/caller.js';
import {
  BillingEventsQuery,
  billingEventsSchema,
  changeAskedSchema,
  CheckoutBody,
  checkoutSchema,
  invoiceListSchema,
  overviewSchema,
  planListSchema,
  portalSchema,
  previewSchema,
  SubscriptionQuery,
  subscriptionSchema,
  WantedPlanBody,
  type BillingEvents,
  type Checkout,
  type InvoiceList,
  type Overview,
  type PlanList,
  type Preview,
  type SubscriptionAnswer,
} from './billing.dto.js';
import { ChangePlan } from './changing/change-plan.command.js';
import { EndOrGoOn } from './changing/end-or-go-on.command.js';
import { OpenPortal } from './changing/open-portal.command.js';
import { PreviewChange } from './changing/preview-change.query.js';
import { StartCheckout } from './checkout/start-checkout.command.js';
import { planList } from './plan-list.js';
import { GetBillingOverview } from './reading/billing-overview.query.js';
import { GetSubscription, ListInvoices } from './reading/get-subscription.query.js';
import { ListBillingEvents } from './reading/list-billing-events.query.js';
import { STRIPE, type StripeAccess } from './stripe/open-stripe.js';

const BODY_FAULTS = ['malformed-request', 'too-large', 'unsupported-media-type'] as const;
const ACCEPTED = { accepted: true } as const;

@ApiTags('billing')
@Controller('billing')
export class BillingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(STRIPE) private readonly stripe: StripeAccess | undefined,
  ) {}

  @Get('plans')
  @Access('public')
  @ApiOperation({ operationId: 'listPlans', summary: 'What there is to buy' })
  @Answers(200, 'Every plan, from the smallest.', planListSchema)
  @MayFail()
  plans(): PlanList {
    return planList(this.stripe);
  }

  @Get('subscription')
  @Access('billing:read')
  @ApiOperation({
    operationId: 'getSubscription',
    summary: 'The plan of the workspace and what is used of it',
  })
  @Answers(200, 'Now, or as it was known then.', subscriptionSchema)
  @MayFail()
  async subscription(
    @Query() { asOf, minPosition }: SubscriptionQuery,
    @AskedBy() { workspace }: Asked,
  ): Promise<SubscriptionAnswer> {
    return this.queries.execute(new GetSubscription(workspace, asOf, minPosition));
  }

  @Get('invoices')
  @Access('billing:read')
  @ApiOperation({ operationId: 'listInvoices', summary: 'Every invoice, the newest first' })
  @Answers(200, 'Without links: those are in the customer portal.', invoiceListSchema)
  @MayFail()
  async invoices(
    @Query() { asOf, minPosition }: SubscriptionQuery,
    @AskedBy() { workspace }: Asked,
  ): Promise<InvoiceList> {
    return this.queries.execute(new ListInvoices(workspace, asOf, minPosition));
  }

  @Get('events')
  @Access('billing:read')
  @ApiOperation({
    operationId: 'listBillingEvents',
    summary: 'Every fact behind the subscription, the newest first',
    description: 'Why something was charged, and why something is refused.',
  })
  @Answers(200, 'A page of facts.', billingEventsSchema)
  @MayFail()
  async events(@Query() page: BillingEventsQuery, @AskedBy() { workspace }: Asked): Promise<BillingEvents> {
    return this.queries.execute(new ListBillingEvents(workspace, page));
  }

  @Get('overview')
  @Access('operations:read')
  @ApiOperation({ operationId: 'getBillingOverview', summary: 'Revenue, churn and failed payments' })
  @Answers(200, 'Of all workspaces.', overviewSchema)
  @MayFail('not-allowed')
  async overview(): Promise<Overview> {
    return this.queries.execute(new GetBillingOverview());
  }

  @Post('checkout')
  @Access('billing:write')
  @TakesIdempotencyKey()
  @ApiOperation({ operationId: 'startCheckout', summary: 'Go and pay for a plan' })
  @Answers(201, 'Where to pay.', checkoutSchema)
  @MayFail(...BODY_FAULTS, 'email-unproved', 'not-possible-now', 'conflict', 'idempotency-key-reused')
  async checkout(
    @Body() { plan, interval, currency }: CheckoutBody,
    @CalledBy() { accountId }: Caller,
    @AskedBy() asked: Asked,
  ): Promise<Checkout> {
    return this.commands.execute(new StartCheckout({ plan, interval, currency }, accountId, asked));
  }

  @Post('portal')
  @HttpCode(200)
  @Access('billing:write')
  @ApiOperation({ operationId: 'openPortal', summary: 'Cards, tax ids and invoices, at the payment service' })
  @Answers(200, 'A link that is good for one visit.', portalSchema)
  @MayFail('not-possible-now')
  async portal(@AskedBy() asked: Asked): Promise<{ url: string }> {
    return { url: await this.commands.execute(new OpenPortal(asked)) };
  }

  @Post('change-preview')
  @HttpCode(200)
  @Access('billing:write')
  @ApiOperation({ operationId: 'previewChange', summary: 'What another plan would cost right now' })
  @Answers(200, 'Nothing is changed by asking.', previewSchema)
  @MayFail(...BODY_FAULTS, 'not-possible-now')
  async preview(@Body() { plan, interval }: WantedPlanBody, @AskedBy() asked: Asked): Promise<Preview> {
    return this.queries.execute(new PreviewChange(plan, interval, asked));
  }

  @Post('change')
  @HttpCode(202)
  @Access('billing:write')
  @ApiOperation({ operationId: 'changePlan', summary: 'Have another plan from now on' })
  @Answers(202, 'Unused time is credited, the rest charged at once.', changeAskedSchema)
  @MayFail(...BODY_FAULTS, 'not-possible-now', 'conflict')
  async change(
    @Body() { plan, interval }: WantedPlanBody,
    @AskedBy() asked: Asked,
  ): Promise<typeof ACCEPTED> {
    await this.commands.execute(new ChangePlan(plan, interval, asked));
    return ACCEPTED;
  }

  @Post('cancel')
  @HttpCode(202)
  @Access('billing:write')
  @ApiOperation({ operationId: 'cancelSubscription', summary: 'Let the subscription end with its period' })
  @Answers(202, 'Until then all stays as it is.', changeAskedSchema)
  @MayFail('not-possible-now')
  async cancel(@AskedBy() asked: Asked): Promise<typeof ACCEPTED> {
    await this.commands.execute(new EndOrGoOn(true, asked));
    return ACCEPTED;
  }

  @Post('resume')
  @HttpCode(202)
  @Access('billing:write')
  @ApiOperation({ operationId: 'resumeSubscription', summary: 'Let a subscription go on that was to end' })
  @Answers(202, 'It will be renewed.', changeAskedSchema)
  @MayFail('not-possible-now')
  async resume(@AskedBy() asked: Asked): Promise<typeof ACCEPTED> {
    await this.commands.execute(new EndOrGoOn(false, asked));
    return ACCEPTED;
  }
}
