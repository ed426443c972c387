import { signatureHeader } from '../../../../local-servers/stripe/webhooks/signature.js';
import type { SignedInPerson, TestProduct } from '../../../platform/testing/test-product.js';
import { WEBHOOK_SECRET } from './shop.js';
import { CUSTOMER, WORKSPACE, type RawEvent } from './stripe-life.js';

export const WEBHOOKS = '/api/v1/webhooks/stripe';
export const secondsNow = (): number => Math.floor(Date.now() / 1_000);

export interface Signing {
  readonly secret?: string;
  /** The time in the signature, in seconds since 1970. */
  readonly at?: number;
}

export const signed = (body: string, { secret = WEBHOOK_SECRET, at = secondsNow() }: Signing = {}): string =>
  signatureHeader(body, secret, at);

/** Posts a text to where Stripe posts; with no header where none is given. */
export const postWebhook = (product: TestProduct, body: string, signature: string | undefined) =>
  product.ask(WEBHOOKS, {
    method: 'POST',
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(signature === undefined ? {} : { 'stripe-signature': signature }),
    },
    body,
  });

/** Posts an event as Stripe does. */
export async function tell(product: TestProduct, event: object | string, signing?: Signing) {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  return postWebhook(product, body, signed(body, signing));
}

/** The same happening to a customer of ours, as Stripe would post it. */
export const ofPerson = (raw: RawEvent, { workspaceId }: SignedInPerson): string =>
  JSON.stringify(raw)
    .replaceAll(WORKSPACE, workspaceId)
    .replaceAll(`"${CUSTOMER}"`, `"cus_of_${workspaceId.slice(0, 8)}"`);
