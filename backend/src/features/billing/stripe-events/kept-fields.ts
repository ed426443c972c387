import { z } from 'zod';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import {
  keptInvoiceSchema,
  keptOwnerSchema,
  keptSubscriptionSchema,
  type KeptInvoice,
  type KeptSubscription,
} from '../../../../contracts/events/subscription/kept-object.js';
import { stripeSecondsSchema } from '../../../../contracts/events/subscription/stripe-words.js';
import { stripeEventStoredV1 } from '../../../../contracts/events/subscription/stripe-event-stored/v1.js';
import { holdsCardNumber } from '../../../platform/http/card-numbers.js';
import { instantOf } from './instant-of.js';

export type KeptStripeEvent = DataOf<'subscription.StripeEventStored.v1'>;

const plainText = z.string().refine((text) => !holdsCard(text));

const enveloped = z.object({
  id: plainText,
  object: z.literal('event'),
  type: plainText,
  created: stripeSecondsSchema,
  api_version: z.string().nullish(),
  livemode: z.boolean().catch(false),
  account: plainText.nullish(),
  data: z.object({
    object: z.looseObject({ object: plainText }),
    previous_attributes: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** Where an object is kept, by Stripe's name of it. */
const FIELDS: Readonly<
  Record<string, 'subscription' | 'invoice' | 'refund' | 'charge' | 'checkout' | undefined>
> = {
  subscription: 'subscription',
  invoice: 'invoice',
  refund: 'refund',
  charge: 'charge',
  'checkout.session': 'checkout',
};

/**
 * What the log keeps of an event of Stripe: the fields of `kept-object.ts`, and of those only values that fit them. Everything else,
 * names, addresses and cards among it, is gone after this.
 * @param body as JSON, its signature verified
 * @returns undefined for what is no event of Stripe's at all
 */
export function keptStripeEvent(body: unknown): KeptStripeEvent | undefined {
  const envelope = enveloped.safeParse(body);
  if (!envelope.success) return undefined;
  const { id, type, created, api_version, livemode, account, data } = envelope.data;
  const { object } = data;
  const owner = fitting(keptOwnerSchema, object) as z.infer<typeof keptOwnerSchema>;
  const whole = stripeEventStoredV1.shape;
  const keptAs = (field: Exclude<(typeof FIELDS)[string], undefined>) =>
    FIELDS[object.object] === field ? fitting(whole[field], object) : null;
  const kept = stripeEventStoredV1.safeParse({
    stripeEventId: id,
    stripeType: type,
    at: instantOf(created),
    apiVersion: fitting(whole.apiVersion, api_version) ?? null,
    isLive: livemode,
    connectedAccountId: account ?? null,
    customerId: (object.object === 'customer' ? owner.id : owner.customer) ?? null,
    workspaceTold: workspaceOf(owner),
    object: object.object,
    objectId: owner.id ?? null,
    subscription: keptAs('subscription'),
    invoice: keptAs('invoice'),
    refund: keptAs('refund'),
    charge: keptAs('charge'),
    checkout: keptAs('checkout'),
    previous:
      object.object === 'subscription' ? (fitting(whole.previous, data.previous_attributes) ?? null) : null,
  });
  return kept.success ? kept.data : undefined;
}

/** The same of a subscription that Stripe's API answers with. */
export const keptSubscription = (raw: object): KeptSubscription =>
  keptSubscriptionSchema.parse(fitting(keptSubscriptionSchema, raw));

/** The same of an invoice that Stripe's API answers with. */
export const keptInvoice = (raw: object): KeptInvoice =>
  keptInvoiceSchema.parse(fitting(keptInvoiceSchema, raw));

/** What of a value fits a schema: objects without the fields that it does not have or that do not fit, lists without what does not. */
function fitting(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional) return fitting(schema.unwrap(), value);
  if (schema instanceof z.ZodNullable) return value === null ? null : fitting(schema.unwrap(), value);
  if (schema instanceof z.ZodObject) {
    if (!isRecord(value)) return undefined;
    const fields = Object.entries(schema.shape as Record<string, z.core.$ZodType>)
      .map(([name, field]) => [name, fitting(field, value[name])] as const)
      .filter(([, kept]) => kept !== undefined);
    return Object.fromEntries(fields);
  }
  if (schema instanceof z.ZodArray)
    return Array.isArray(value)
      ? value.map((one) => fitting(schema.element, one)).filter((one) => one !== undefined)
      : undefined;
  if (holdsCard(value)) return undefined;
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  // Where Stripe was asked to expand a field, the whole object stands where its id was.
  return isRecord(value) && 'id' in value ? fitting(schema, value['id']) : undefined;
}

/** An id may be any digits, and an amount too: what somebody typed at Stripe must not pass for one. */
const holdsCard = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && holdsCardNumber(String(value));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Our own word, which we gave Stripe along with what we asked it to make. */
const workspaceOf = ({
  metadata,
  parent,
  client_reference_id,
}: z.infer<typeof keptOwnerSchema>): string | null =>
  metadata?.workspace ?? parent?.subscription_details?.metadata?.workspace ?? client_reference_id ?? null;
