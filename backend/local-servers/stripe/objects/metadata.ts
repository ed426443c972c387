import type Stripe from 'stripe';

type Given = Stripe.Emptyable<Stripe.MetadataParam> | undefined;

/** As Stripe merges: '' for a name removes it, '' for the whole removes all. */
export function mergedMetadata(before: Stripe.Metadata | null, given: Given): Stripe.Metadata {
  if (given === undefined) return before ?? {};
  if (given === '' || given === null) return {};
  const merged = { ...before };
  for (const [name, value] of Object.entries(given)) {
    if (value === '' || value === null) delete merged[name];
    else merged[name] = String(value);
  }
  return merged;
}
