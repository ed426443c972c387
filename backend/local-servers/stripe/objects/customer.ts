import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { emit } from '../webhooks/emit.js';
import { newId } from './ids.js';

export type CustomerStart = Pick<Stripe.Customer, 'email'> &
  Partial<
    Pick<
      Stripe.Customer,
      | 'name'
      | 'description'
      | 'phone'
      | 'metadata'
      | 'address'
      | 'preferred_locales'
      | 'tax_exempt'
      | 'balance'
      | 'business_name'
      | 'individual_name'
    >
  >;

export function newCustomer(double: Double, start: CustomerStart): Stripe.Customer {
  const customer: Stripe.Customer = {
    id: newId('cus', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: double.clock.now,
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    invoice_prefix: newId('x', 8).slice(2).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
    ...start,
  };
  double.store.put(customer);
  double.store.putExtra('customer', customer.id, { fate: 'ok' });
  emit(double, 'customer.created', customer);
  return customer;
}

/** Shape alone, as Stripe checks it: whether the number is alive is another question. */
export const isTaxIdGood = (type: string, value: string): boolean =>
  type !== 'eu_vat' || /^[A-Z]{2}[0-9A-Z+*]{2,12}$/.test(value.replaceAll(/[\s.-]/g, ''));

export function keepTaxId(
  double: Double,
  customer: string,
  type: Stripe.TaxId['type'],
  value: string,
): Stripe.TaxId {
  return double.store.put<Stripe.TaxId>({
    id: newId('txi'),
    object: 'tax_id',
    country: type === 'eu_vat' ? value.slice(0, 2) : null,
    created: double.clock.now,
    customer,
    customer_account: null,
    livemode: false,
    owner: { customer, customer_account: null, type: 'customer' },
    type,
    value,
    verification: { status: 'pending', verified_address: null, verified_name: null },
  });
}
