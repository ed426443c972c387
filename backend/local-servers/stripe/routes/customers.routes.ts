import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { isTaxIdGood, keepTaxId, newCustomer } from '../objects/customer.js';
import { mergedMetadata } from '../objects/metadata.js';
import { isWithin, paged } from '../requests/paging.js';
import { invalid, notThere } from '../requests/refusal.js';
import {
  expand,
  integer,
  listOf,
  metadata,
  moments,
  needed,
  oneOf,
  paging,
  record,
  text,
  textOrNothing,
  unsupported,
} from '../requests/rules.js';
import { route } from './route.js';

const ADDRESS = record<Stripe.AddressParam>({
  city: textOrNothing,
  country: textOrNothing,
  line1: textOrNothing,
  line2: textOrNothing,
  postal_code: textOrNothing,
  state: textOrNothing,
});

/** What making and changing a customer have in common. */
const COMMON = {
  address: ADDRESS,
  balance: integer,
  business_name: textOrNothing,
  cash_balance: unsupported,
  description: textOrNothing,
  email: textOrNothing,
  expand,
  individual_name: textOrNothing,
  invoice_prefix: text,
  invoice_settings: unsupported,
  metadata,
  name: textOrNothing,
  next_invoice_sequence: unsupported,
  phone: textOrNothing,
  preferred_locales: listOf(text),
  shipping: unsupported,
  source: unsupported,
  tax: unsupported,
  tax_exempt: oneOf('none', 'exempt', 'reverse'),
  validate: unsupported,
} as const;

type Given = Pick<Stripe.CustomerUpdateParams, keyof typeof COMMON>;

/** The given parts in the customer's own shape; '' takes one away. */
function changesOf(given: Given): Partial<Stripe.Customer> {
  const { address } = given;
  const texts = ['business_name', 'description', 'email', 'individual_name', 'name', 'phone'] as const;
  const named = texts.filter((name) => given[name] !== undefined);
  return {
    ...Object.fromEntries(named.map((name) => [name, given[name] || null])),
    ...(given.balance !== undefined && { balance: given.balance }),
    ...(given.invoice_prefix !== undefined && { invoice_prefix: given.invoice_prefix }),
    ...(given.preferred_locales && { preferred_locales: given.preferred_locales }),
    ...(given.tax_exempt && { tax_exempt: given.tax_exempt }),
    ...(address && {
      address: {
        city: null,
        country: null,
        line1: null,
        line2: null,
        postal_code: null,
        state: null,
        ...address,
      },
    }),
  };
}

export function theCustomer(double: Double, id: string, param = 'id'): Stripe.Customer {
  const customer = double.store.find('customer', id);
  if (!customer) throw notThere('customer', id, param);
  return customer;
}

function addTaxId(double: Double, customer: string, type: Stripe.TaxId['type'], value: string) {
  if (!isTaxIdGood(type, value)) throw invalid(`Invalid value for ${type}.`, 'value', 'tax_id_invalid');
  return keepTaxId(double, customer, type, value);
}

export const customerRoutes = [
  route<Stripe.CustomerCreateParams>(
    'POST',
    '/v1/customers',
    {
      ...COMMON,
      payment_method: unsupported,
      tax_id_data: listOf(
        record<Stripe.CustomerCreateParams.TaxIdDatum>({ type: needed(text), value: needed(text) }),
      ),
      test_clock: unsupported,
    },
    ({ double, params }) => {
      const customer = newCustomer(double, {
        email: null,
        ...changesOf(params),
        metadata: mergedMetadata(null, params.metadata),
      });
      for (const { type, value } of params.tax_id_data ?? []) addTaxId(double, customer.id, type, value);
      return customer;
    },
  ),
  route<Stripe.CustomerRetrieveParams>('GET', '/v1/customers/:id', { expand }, ({ double, id }) =>
    theCustomer(double, id),
  ),
  route<Stripe.CustomerUpdateParams>(
    'POST',
    '/v1/customers/:id',
    { ...COMMON, default_source: unsupported },
    ({ double, id, params }) => {
      const before = theCustomer(double, id);
      return double.store.put<Stripe.Customer>({
        ...before,
        ...changesOf(params),
        metadata: mergedMetadata(before.metadata, params.metadata),
      });
    },
  ),
  route<Stripe.CustomerDeleteParams>('DELETE', '/v1/customers/:id', {}, ({ id }) => {
    throw invalid(`The local double of Stripe does not delete customers (${id}).`);
  }),
  route<Stripe.CustomerListParams>(
    'GET',
    '/v1/customers',
    { ...paging, created: moments, email: text, expand, test_clock: unsupported },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('customer')
          .filter(
            (one) => isWithin(one.created, params.created) && (params.email ?? one.email) === one.email,
          ),
        params,
        '/v1/customers',
      ),
  ),
  route<Stripe.CustomerCreateTaxIdParams>(
    'POST',
    '/v1/customers/:id/tax_ids',
    { type: needed(text), value: needed(text), expand },
    ({ double, id, params }) => addTaxId(double, theCustomer(double, id).id, params.type, params.value),
  ),
  route<Stripe.CustomerListTaxIdsParams>(
    'GET',
    '/v1/customers/:id/tax_ids',
    { ...paging, expand },
    ({ double, id, params }) =>
      paged(
        double.store.newestFirst('tax_id', theCustomer(double, id).id),
        params,
        `/v1/customers/${id}/tax_ids`,
      ),
  ),
];
