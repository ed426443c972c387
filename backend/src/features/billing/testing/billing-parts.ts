import type { LogFields } from '../../../platform/observability/log.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import type { TestProduct } from '../../../platform/testing/test-product.js';
import type { KeepingParts } from '../reconciling/keep-reconciled.js';
import { requireStripe } from '../stripe/ask-stripe.js';
import { STRIPE, type StripeAccess } from '../stripe/open-stripe.js';
import type { HearingParts } from '../webhooks/hear-stripe.reaction.js';
import { whoIsWho } from '../webhooks/who-is-who.js';

export interface BillingParts extends KeepingParts, HearingParts {
  /** What was told to operators. */
  readonly said: readonly { readonly message: string; readonly fields: LogFields }[];
}

/** What the reactor works with, over the stores of a running product; the clock may go ahead of all others. */
export function billingParts(product: TestProduct, aheadMs = 0): BillingParts {
  const { api } = requireStripe(product.app.get<StripeAccess>(STRIPE));
  const tables = product.app.get(ProjectionTables);
  const said: { message: string; fields: LogFields }[] = [];
  return {
    api,
    tables,
    ...whoIsWho(tables),
    eventLog: product.eventLog,
    redis: product.queueConnection,
    clock: () => Date.now() + aheadMs,
    log: { write: (_level, message, fields = {}) => void said.push({ message, fields }) },
    said,
  };
}
