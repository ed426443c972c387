import { priceRoutes } from './prices.routes.js';
import { productRoutes } from './products.routes.js';
import { checkoutRoutes } from './checkout.routes.js';
import { customerRoutes } from './customers.routes.js';
import { couponRoutes, promotionCodeRoutes } from './discounts.routes.js';
import { invoiceRoutes } from './invoices.routes.js';
import { eventRoutes, paymentRoutes } from './payments.routes.js';
import { portalRoutes } from './portal.routes.js';
import type { Route } from './route.js';
import { subscriptionRoutes } from './subscriptions.routes.js';

/** The first that fits answers. */
export const ROUTES: readonly Route[] = [
  ...productRoutes,
  ...priceRoutes,
  ...customerRoutes,
  ...couponRoutes,
  ...promotionCodeRoutes,
  ...checkoutRoutes,
  ...portalRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...paymentRoutes,
  ...eventRoutes,
];
