import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { newId } from '../objects/ids.js';
import { decimalText } from '../objects/kinds.js';
import { mergedMetadata } from '../objects/metadata.js';
import { isWithin, paged } from '../requests/paging.js';
import { invalid, missing, notThere } from '../requests/refusal.js';
import {
  amount,
  expand,
  flag,
  from,
  INTERVALS,
  listOf,
  metadata,
  moments,
  needed,
  oneOf,
  only,
  paging,
  record,
  text,
  textOrNothing,
  unsupported,
  type Table,
} from '../requests/rules.js';
import { route } from './route.js';

import { theProduct } from './products.routes.js';

const RETRIEVE: Table<Stripe.PriceRetrieveParams> = { expand };

export const priceRoutes = [
  route<Stripe.PriceCreateParams>(
    'POST',
    '/v1/prices',
    {
      currency: needed(text),
      active: flag,
      billing_scheme: only('per_unit'),
      currency_options: unsupported,
      custom_unit_amount: unsupported,
      expand,
      lookup_key: text,
      metadata,
      nickname: text,
      product: text,
      product_data: unsupported,
      recurring: record<Stripe.PriceCreateParams.Recurring>({
        interval: needed(oneOf(...INTERVALS)),
        interval_count: from(1, 36),
        meter: unsupported,
        trial_period_days: unsupported,
        usage_type: only('licensed'),
      }),
      tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
      tiers: unsupported,
      tiers_mode: unsupported,
      transfer_lookup_key: flag,
      transform_quantity: unsupported,
      unit_amount: amount,
      unit_amount_decimal: unsupported,
    },
    ({ double, params }) => {
      if (params.product === undefined) throw missing('product');
      if (params.unit_amount === undefined) throw missing('unit_amount');
      if (!/^[a-z]{3}$/.test(params.currency))
        throw invalid('Invalid currency: ' + params.currency, 'currency');
      const { recurring } = params;
      theProduct(double, params.product, 'product');
      takeLookupKey(double, params.lookup_key, params.transfer_lookup_key ?? false);
      return double.store.put<Stripe.Price>({
        id: newId('price'),
        object: 'price',
        active: params.active ?? true,
        billing_scheme: 'per_unit',
        created: double.clock.now,
        currency: params.currency,
        custom_unit_amount: null,
        livemode: false,
        lookup_key: params.lookup_key ?? null,
        metadata: mergedMetadata(null, params.metadata),
        nickname: params.nickname ?? null,
        product: params.product,
        recurring: recurring
          ? {
              interval: recurring.interval,
              interval_count: recurring.interval_count ?? 1,
              meter: null,
              trial_period_days: null,
              usage_type: 'licensed',
            }
          : null,
        tax_behavior: params.tax_behavior ?? 'unspecified',
        tiers_mode: null,
        transform_quantity: null,
        type: recurring ? 'recurring' : 'one_time',
        unit_amount: params.unit_amount,
        unit_amount_decimal: decimalText(params.unit_amount),
      });
    },
  ),
  route('GET', '/v1/prices/:id', RETRIEVE, ({ double, id }) => thePrice(double, id)),
  route<Stripe.PriceUpdateParams>(
    'POST',
    '/v1/prices/:id',
    {
      active: flag,
      currency_options: unsupported,
      expand,
      lookup_key: textOrNothing,
      metadata,
      nickname: textOrNothing,
      tax_behavior: oneOf('exclusive', 'inclusive', 'unspecified'),
      transfer_lookup_key: flag,
    },
    ({ double, id, params }) => {
      const price = thePrice(double, id);
      if (params.lookup_key !== price.lookup_key)
        takeLookupKey(double, params.lookup_key, params.transfer_lookup_key ?? false);
      return double.store.put<Stripe.Price>({
        ...price,
        active: params.active ?? price.active,
        lookup_key: params.lookup_key === undefined ? price.lookup_key : params.lookup_key || null,
        nickname: params.nickname === undefined ? price.nickname : params.nickname || null,
        tax_behavior: params.tax_behavior ?? price.tax_behavior,
        metadata: mergedMetadata(price.metadata, params.metadata),
      });
    },
  ),
  route<Stripe.PriceListParams>(
    'GET',
    '/v1/prices',
    {
      ...paging,
      active: flag,
      created: moments,
      currency: text,
      expand,
      lookup_keys: listOf(text),
      product: text,
      recurring: record<Stripe.PriceListParams.Recurring>({
        interval: oneOf(...INTERVALS),
        meter: unsupported,
        usage_type: only('licensed'),
      }),
      type: oneOf('one_time', 'recurring'),
    },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('price')
          .filter(
            (one) =>
              isWithin(one.created, params.created) &&
              (params.active ?? one.active) === one.active &&
              (params.currency ?? one.currency) === one.currency &&
              (params.product ?? one.product) === one.product &&
              (params.type ?? one.type) === one.type &&
              (params.recurring?.interval ?? one.recurring?.interval) === one.recurring?.interval &&
              (params.lookup_keys?.includes(one.lookup_key ?? '') ?? true),
          ),
        params,
        '/v1/prices',
      ),
  ),
];

export function thePrice(double: Double, id: string, param = 'id'): Stripe.Price {
  const price = double.store.find('price', id);
  if (!price) throw notThere('price', id, param);
  return price;
}

/** A key belongs to one price; it is handed over only on request. */
function takeLookupKey(double: Double, key: string | undefined, isTransfer: boolean): void {
  if (!key) return;
  const holder = double.store.newestFirst('price').find((price) => price.lookup_key === key);
  if (!holder) return;
  if (!isTransfer)
    throw invalid(
      `A price (\`${holder.id}\`) already uses that lookup key. Set \`transfer_lookup_key\` to true to move it.`,
      'lookup_key',
    );
  double.store.put({ ...holder, lookup_key: null });
}
