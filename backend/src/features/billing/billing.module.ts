import { Global, Module } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { ENTITLEMENTS } from '../../platform/quotas/entitlements.js';
import { CONFIG } from '../../platform/tokens.js';
import { BillingController } from './billing.controller.js';
import { Billed } from './changing/billed.js';
import { ChangePlanHandler } from './changing/change-plan.command.js';
import { EndOrGoOnHandler } from './changing/end-or-go-on.command.js';
import { InUse } from './changing/in-use.js';
import { OpenPortalHandler } from './changing/open-portal.command.js';
import { PreviewChangeHandler } from './changing/preview-change.query.js';
import { Customers } from './checkout/customers.js';
import { StartCheckoutHandler } from './checkout/start-checkout.command.js';
import { GetBillingOverviewHandler } from './reading/billing-overview.query.js';
import { GetSubscriptionHandler, ListInvoicesHandler } from './reading/get-subscription.query.js';
import { ListBillingEventsHandler } from './reading/list-billing-events.query.js';
import { Payer } from './reading/payer.query.js';
import { PlanOfWorkspace } from './reading/plan-of-workspace.query.js';
import { SubscriptionTables } from './reading/subscription-tables.js';
import { openStripe, STRIPE } from './stripe/open-stripe.js';
import { ReceiveStripeEventHandler } from './webhooks/receive-stripe-event.command.js';
import { StripeWebhookController } from './webhooks/stripe-webhook.controller.js';

/** What workspaces pay for, and what they may do for it. */
@Global()
@Module({
  controllers: [BillingController, StripeWebhookController],
  providers: [
    { provide: STRIPE, useFactory: (config: Config) => openStripe(config), inject: [CONFIG] },
    SubscriptionTables,
    { provide: ENTITLEMENTS, useClass: PlanOfWorkspace },
    Payer,
    Customers,
    Billed,
    InUse,
    StartCheckoutHandler,
    ChangePlanHandler,
    EndOrGoOnHandler,
    OpenPortalHandler,
    PreviewChangeHandler,
    GetSubscriptionHandler,
    ListInvoicesHandler,
    ListBillingEventsHandler,
    GetBillingOverviewHandler,
    ReceiveStripeEventHandler,
  ],
  exports: [ENTITLEMENTS],
})
export class BillingModule {}
