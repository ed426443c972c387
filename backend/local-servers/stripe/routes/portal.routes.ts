import type Stripe from 'stripe';
import type { Double } from '../double.js';
import { newId } from '../objects/ids.js';
import { mergedMetadata } from '../objects/metadata.js';
import { paged } from '../requests/paging.js';
import { invalid, missing, notThere } from '../requests/refusal.js';
import {
  expand,
  flag,
  listOrNothing,
  metadata,
  needed,
  off,
  oneOf,
  only,
  paging,
  record,
  text,
  textOrNothing,
  unsupported,
} from '../requests/rules.js';
import { theCustomer } from './customers.routes.js';
import { route } from './route.js';

type Create = Stripe.BillingPortal.ConfigurationCreateParams;
type Configuration = Stripe.BillingPortal.Configuration;

const SUBSCRIPTION_CANCEL =
  record<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionCancel>({
    cancellation_reason: unsupported,
    enabled: needed(flag),
    mode: only('at_period_end'),
    proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
  });
/** The double's portal changes the card, cancels and resumes; plans are changed in the product. */
const FEATURES = record<Stripe.BillingPortal.ConfigurationCreateParams.Features>({
  customer_update: record<Stripe.BillingPortal.ConfigurationCreateParams.Features.CustomerUpdate>({
    allowed_updates: listOrNothing(oneOf('address', 'email', 'name', 'phone', 'shipping', 'tax_id')),
    enabled: needed(flag),
  }),
  invoice_history: record<Stripe.BillingPortal.ConfigurationCreateParams.Features.InvoiceHistory>({
    enabled: needed(flag),
  }),
  payment_method_update: record<Stripe.BillingPortal.ConfigurationCreateParams.Features.PaymentMethodUpdate>({
    enabled: needed(flag),
    payment_method_configuration: unsupported,
  }),
  subscription_cancel: SUBSCRIPTION_CANCEL,
  subscription_pause: record<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionPause>({
    duration: unsupported,
    enabled: off,
  }),
  subscription_update: record<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate>({
    billing_cycle_anchor: unsupported,
    default_allowed_updates: listOrNothing(oneOf('price', 'promotion_code', 'quantity')),
    enabled: needed(off),
    products: unsupported,
    proration_behavior: oneOf('always_invoice', 'create_prorations', 'none'),
    schedule_at_period_end: unsupported,
    trial_update_behavior: unsupported,
  }),
});

function keepConfiguration(double: Double, params: Partial<Create>, isDefault: boolean): Configuration {
  const { now } = double.clock;
  const { features = {} } = params;
  return double.store.put<Configuration>({
    id: newId('bpc'),
    object: 'billing_portal.configuration',
    active: true,
    application: null,
    business_profile: {
      headline: params.business_profile?.headline ?? null,
      privacy_policy_url: params.business_profile?.privacy_policy_url ?? null,
      terms_of_service_url: params.business_profile?.terms_of_service_url ?? null,
    },
    created: now,
    default_return_url: params.default_return_url ?? null,
    features: {
      customer_update: {
        allowed_updates: features.customer_update?.allowed_updates || [],
        enabled: features.customer_update?.enabled ?? false,
      },
      invoice_history: { enabled: features.invoice_history?.enabled ?? isDefault },
      payment_method_update: {
        enabled: features.payment_method_update?.enabled ?? isDefault,
        payment_method_configuration: null,
      },
      subscription_cancel: {
        cancellation_reason: { enabled: false, feedback_options: null, options: [] },
        enabled: features.subscription_cancel?.enabled ?? isDefault,
        mode: 'at_period_end',
        proration_behavior: 'none',
      },
      subscription_pause: { duration: { type: 'indefinite' }, enabled: false } as unknown as Configuration['features']['subscription_pause'], // prettier-ignore
      subscription_update: {
        billing_cycle_anchor: null,
        default_allowed_updates: [],
        enabled: false,
        proration_behavior: 'none',
        schedule_at_period_end: { conditions: [] },
        trial_update_behavior: 'end_trial',
      },
    },
    is_default: isDefault,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata: mergedMetadata(null, params.metadata),
    name: params.name ?? null,
    updated: now,
  });
}

const usualConfiguration = (double: Double): Configuration =>
  double.store.newestFirst('billing_portal.configuration').find((one) => one.is_default) ??
  keepConfiguration(double, {}, true);

export const portalRoutes = [
  route<Create>(
    'POST',
    '/v1/billing_portal/configurations',
    {
      features: needed(FEATURES),
      business_profile: record<Stripe.BillingPortal.ConfigurationCreateParams.BusinessProfile>({
        headline: textOrNothing,
        privacy_policy_url: text,
        terms_of_service_url: text,
      }),
      default_return_url: textOrNothing,
      expand,
      login_page: record<Stripe.BillingPortal.ConfigurationCreateParams.LoginPage>({ enabled: needed(off) }),
      metadata,
      name: textOrNothing,
    },
    ({ double, params }) => keepConfiguration(double, params, false),
  ),
  route<Stripe.BillingPortal.ConfigurationListParams>(
    'GET',
    '/v1/billing_portal/configurations',
    { ...paging, active: flag, expand, is_default: flag },
    ({ double, params }) =>
      paged(
        double.store
          .newestFirst('billing_portal.configuration')
          .filter(
            (one) =>
              (params.active ?? one.active) === one.active &&
              (params.is_default ?? one.is_default) === one.is_default,
          ),
        params,
        '/v1/billing_portal/configurations',
      ),
  ),
  route<Stripe.BillingPortal.SessionCreateParams>(
    'POST',
    '/v1/billing_portal/sessions',
    {
      after_expiration: unsupported,
      configuration: text,
      customer: text,
      customer_account: unsupported,
      expand,
      flow_data: unsupported,
      locale: text,
      on_behalf_of: unsupported,
      return_url: text,
    },
    ({ double, params }) => {
      if (params.customer === undefined) throw missing('customer');
      const customer = theCustomer(double, params.customer, 'customer');
      if (params.return_url !== undefined && !URL.canParse(params.return_url))
        throw invalid('Not a valid URL', 'return_url', 'url_invalid');
      const configuration =
        params.configuration === undefined
          ? usualConfiguration(double)
          : double.store.find('billing_portal.configuration', params.configuration);
      if (!configuration) throw notThere('configuration', params.configuration ?? '', 'configuration');
      const id = newId('bps');
      return double.store.put<Stripe.BillingPortal.Session>({
        id,
        object: 'billing_portal.session',
        configuration: configuration.id,
        created: double.clock.now,
        customer: customer.id,
        customer_account: null,
        flow: null,
        livemode: false,
        locale: params.locale ?? null,
        on_behalf_of: null,
        return_url: params.return_url ?? configuration.default_return_url,
        url: `${double.url}/pages/portal/${id}`,
      });
    },
  ),
];
