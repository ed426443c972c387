import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { newId } from '../objects/ids.js';
import { mergedMetadata } from '../objects/metadata.js';
import { isWithin, paged } from '../requests/paging.js';
import { invalid, notThere } from '../requests/refusal.js';
import {
  expand,
  flag,
  listOf,
  metadata,
  moments,
  needed,
  oneOf,
  only,
  paging,
  text,
  textOrNothing,
  unsupported,
  type Table,
} from '../requests/rules.js';
import { route } from './route.js';

const RETRIEVE: Table<Stripe.ProductRetrieveParams> = { expand };

export const productRoutes = [
  route<Stripe.ProductCreateParams>(
    'POST',
    '/v1/products',
    {
      name: needed(text),
      active: flag,
      description: text,
      expand,
      id: text,
      metadata,
      default_price_data: unsupported,
      images: unsupported,
      marketing_features: unsupported,
      package_dimensions: unsupported,
      shippable: unsupported,
      statement_descriptor: unsupported,
      tax_code: text,
      tax_details: unsupported,
      type: only('service'),
      unit_label: text,
      url: text,
    },
    ({ double, params }) => {
      if (params.id !== undefined && double.store.byId(params.id))
        throw invalid(`Product already exists.`, 'id', 'resource_already_exists');
      const { now } = double.clock;
      return double.store.put<Stripe.Product>({
        id: params.id ?? newId('prod', 14),
        object: 'product',
        active: params.active ?? true,
        created: now,
        default_price: null,
        description: params.description ?? null,
        images: [],
        livemode: false,
        marketing_features: [],
        metadata: mergedMetadata(null, params.metadata),
        name: params.name,
        package_dimensions: null,
        shippable: null,
        statement_descriptor: null,
        tax_code: params.tax_code ?? null,
        tax_details: null,
        type: 'service',
        unit_label: params.unit_label ?? null,
        updated: now,
        url: params.url ?? null,
      });
    },
  ),
  route('GET', '/v1/products/:id', RETRIEVE, ({ double, id }) => theProduct(double, id)),
  route<Stripe.ProductUpdateParams>(
    'POST',
    '/v1/products/:id',
    {
      active: flag,
      description: textOrNothing,
      expand,
      metadata,
      name: text,
      default_price: text,
      images: unsupported,
      marketing_features: unsupported,
      package_dimensions: unsupported,
      shippable: unsupported,
      statement_descriptor: unsupported,
      tax_code: textOrNothing,
      tax_details: unsupported,
      unit_label: textOrNothing,
      url: textOrNothing,
    },
    ({ double, id, params }) => {
      const product = theProduct(double, id);
      const { metadata: given, expand: _, ...changes } = params;
      const emptied = Object.fromEntries(
        Object.entries(changes).map(([name, value]) => [name, value === '' ? null : value]),
      );
      return double.store.put<Stripe.Product>({
        ...product,
        ...emptied,
        metadata: mergedMetadata(product.metadata, given),
        updated: double.clock.now,
      });
    },
  ),
  route<Stripe.ProductListParams>(
    'GET',
    '/v1/products',
    {
      ...paging,
      active: flag,
      created: moments,
      expand,
      ids: listOf(text),
      shippable: unsupported,
      type: oneOf('good', 'service'),
      url: text,
    },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('product')
          .filter(
            (one) =>
              isWithin(one.created, params.created) &&
              (params.active ?? one.active) === one.active &&
              (params.ids?.includes(one.id) ?? true),
          ),
        params,
        '/v1/products',
      ),
  ),
];

export function theProduct(double: Double, id: string, param = 'id'): Stripe.Product {
  const product = double.store.find('product', id);
  if (!product) throw notThere('product', id, param);
  return product;
}
