import Stripe from 'stripe';

/**
 * Two checkouts at once made two subscriptions: the one that counts less is cancelled and what was paid for it goes back, whole. Each write
 * names itself after the subscription, so doing it again gives nothing back twice; what Stripe did is told by its webhooks.
 */
export async function endDuplicate(subscriptionId: string, api: Stripe): Promise<void> {
  const { data: invoices } = await api.invoices.list({
    subscription: subscriptionId,
    status: 'paid',
    limit: 100,
    expand: ['data.payments'],
  });
  await cancelAtStripe(subscriptionId, api);
  for (const { payments } of invoices)
    for (const { payment } of payments?.data ?? []) {
      const intent = payment.payment_intent;
      if (!intent) continue;
      const id = typeof intent === 'string' ? intent : intent.id;
      await api.refunds.create(
        { payment_intent: id, reason: 'duplicate' },
        { idempotencyKey: `duplicate-${subscriptionId}-${id}` },
      );
    }
}

/** Done before, perhaps, and not heard of yet: Stripe finds what is cancelled no more. */
export async function cancelAtStripe(subscriptionId: string, api: Stripe): Promise<void> {
  try {
    await api.subscriptions.cancel(subscriptionId, { prorate: false });
  } catch (error) {
    const isGone =
      error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing';
    if (!isGone) throw error;
  }
}
