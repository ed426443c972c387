import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { expireSession } from '../lives/checkout.js';
import { redeemable } from '../lives/discounts.js';
import { totalsOf } from '../lives/session-totals.js';
import { newId } from '../objects/ids.js';
import { mergedMetadata } from '../objects/metadata.js';
import { lineItemsOf, sessionOf } from '../objects/session.js';
import { isWithin, paged } from '../requests/paging.js';
import { invalid, missing, notThere, unsupported as notSupported } from '../requests/refusal.js';
import { expand, moments, oneOf, paging, text, unsupported } from '../requests/rules.js';
import { thePrice } from './prices.routes.js';
import { CHECKOUT_TABLE } from './checkout-table.js';
import { theCustomer } from './customers.routes.js';
import { route } from './route.js';

type Create = Stripe.Checkout.SessionCreateParams;
const HOUR = 3_600;
const SHORTEST = HOUR / 2;
const LONGEST = 24 * HOUR;

export function theSession(double: Double, id: string): Stripe.Checkout.Session {
  const session = double.store.find('checkout.session', id);
  if (!session) throw notThere('checkout.session', id);
  return session;
}

/** What Stripe refuses beyond the shape of single parameters. */
function checkTogether(double: Double, params: Create): void {
  if (params.mode === undefined) throw missing('mode');
  if (params.success_url === undefined) throw missing('success_url');
  if (!params.line_items?.length) throw missing('line_items');
  if (params.line_items.length > 1) throw notSupported('line_items[1]', 'more than one item');
  if (params.customer !== undefined && params.customer_email !== undefined)
    throw invalid('You may only specify one of these parameters: customer, customer_email.', 'customer');
  if (params.allow_promotion_codes !== undefined && params.discounts)
    throw invalid(
      'You may only specify one of these parameters: allow_promotion_codes, discounts.',
      'allow_promotion_codes',
    );
  if ((params.discounts?.length ?? 0) > 1) throw notSupported('discounts[1]', 'more than one discount');
  if (params.customer_update && params.customer === undefined)
    throw invalid('`customer_update` can only be used with `customer`.', 'customer_update');
  if (params.tax_id_collection?.enabled && params.customer && params.customer_update?.name !== 'auto')
    throw invalid(
      'Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.',
      'customer_update[name]',
    );
  for (const name of ['success_url', 'cancel_url'] as const)
    if (params[name] !== undefined && !/^https?:\/\//.test(params[name]) && !URL.canParse(params[name]))
      throw invalid('Not a valid URL', name, 'url_invalid');
  const lasts = (params.expires_at ?? double.clock.now + LONGEST) - double.clock.now;
  if (lasts < SHORTEST || lasts > LONGEST)
    throw invalid(
      'The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session creation.',
      'expires_at',
    );
  const trial = params.subscription_data;
  if (trial?.trial_end !== undefined && trial.trial_period_days !== undefined)
    throw invalid(
      'You may only specify one of these parameters: trial_end, trial_period_days.',
      'subscription_data[trial_end]',
    );
  if (trial?.trial_end !== undefined && trial.trial_end < double.clock.now + 48 * HOUR)
    throw invalid('The `trial_end` date has to be at least 2 days in the future.', 'subscription_data[trial_end]'); // prettier-ignore
}

function createSession(double: Double, params: Create): Stripe.Checkout.Session {
  checkTogether(double, params);
  const lines = (params.line_items ?? []).map(({ price, quantity }, place) => {
    if (price === undefined) throw missing(`line_items[${place}][price]`);
    if (quantity === undefined) throw missing(`line_items[${place}][quantity]`);
    return { id: newId('li'), price: thePrice(double, price, `line_items[${place}][price]`), quantity };
  });
  const price = lines[0]?.price;
  if (!price?.recurring)
    throw invalid('You must provide at least one recurring price in `subscription` mode.', 'line_items');
  if (!price.active) throw invalid(`The price specified is inactive (${price.id}).`, 'line_items[0][price]');
  if (params.currency !== undefined && params.currency !== price.currency)
    throw invalid(`The price ${price.id} is in ${price.currency}, not ${params.currency}.`, 'currency');
  if (params.customer !== undefined) theCustomer(double, params.customer, 'customer');
  const discounts = (params.discounts ?? []).map((asked, place) => {
    const { coupon, code } = redeemable(double, asked, `discounts[${place}]`);
    return code ? { coupon: null, promotion_code: code.id } : { coupon: coupon.id, promotion_code: null };
  });
  const id = newId('cs_test', 48);
  const data = params.subscription_data ?? {};
  const kept = lines.map((line) => ({ ...line, price: line.price.id }));
  const isTrial = data.trial_end !== undefined || data.trial_period_days !== undefined;
  const session = sessionOf({
    id,
    ...totalsOf(double, kept, isTrial, discounts),
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    created: double.clock.now,
    currency: price.currency,
    customer: params.customer ?? null,
    customer_email: params.customer_email ?? null,
    discounts,
    expires_at: params.expires_at ?? double.clock.now + LONGEST,
    locale: params.locale ?? null,
    metadata: mergedMetadata(null, params.metadata),
    success_url: params.success_url ?? null,
    tax_id_collection: { enabled: params.tax_id_collection?.enabled ?? false, required: 'never' },
    url: `${double.url}/pages/checkout/${id}`,
  });
  double.store.put(session);
  double.store.putExtra('checkout.session', id, {
    lines: kept,
    subscriptionMetadata: mergedMetadata(null, data.metadata),
    description: data.description ?? null,
    trialEnd: data.trial_end ?? null,
    trialDays: data.trial_period_days ?? null,
  });
  return session;
}

export const checkoutRoutes = [
  route<Create>('POST', '/v1/checkout/sessions', CHECKOUT_TABLE, ({ double, params }) =>
    createSession(double, params),
  ),
  route<Stripe.Checkout.SessionRetrieveParams>(
    'GET',
    '/v1/checkout/sessions/:id',
    { expand },
    ({ double, id }) => theSession(double, id),
  ),
  route<Stripe.Checkout.SessionListLineItemsParams>(
    'GET',
    '/v1/checkout/sessions/:id/line_items',
    { ...paging, expand },
    ({ double, id }) => lineItemsOf(double, theSession(double, id).id),
  ),
  route<Stripe.Checkout.SessionExpireParams>(
    'POST',
    '/v1/checkout/sessions/:id/expire',
    { expand },
    ({ double, id }) => {
      const session = theSession(double, id);
      if (session.status !== 'open')
        throw invalid(
          `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of "${session.status}".`,
        );
      return expireSession(double, session);
    },
  ),
  route<Stripe.Checkout.SessionListParams>(
    'GET',
    '/v1/checkout/sessions',
    {
      ...paging,
      created: moments,
      customer: text,
      customer_account: unsupported,
      customer_details: unsupported,
      expand,
      payment_intent: text,
      payment_link: unsupported,
      status: oneOf('open', 'complete', 'expired'),
      subscription: text,
    },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('checkout.session', params.customer)
          .filter(
            (one) =>
              isWithin(one.created, params.created) &&
              (params.status ?? one.status) === one.status &&
              (params.subscription ?? one.subscription) === one.subscription &&
              params.payment_intent === undefined,
          ),
        params,
        '/v1/checkout/sessions',
      ),
  ),
];
