import type { components } from './schema.js';

/** Short names for what the API tells of plans and payment; nothing is described here that its document does not say. */
type Schemas = components['schemas'];

export type PlanList = Schemas['PlanList'];
export type PlanOffer = PlanList['items'][number];
export type Price = PlanOffer['prices'][number];
export type Subscription = Schemas['Subscription'];
export type Meter = Subscription['meters'][number];
export type Preview = Schemas['PlanChangePreview'];
export type Invoice = Schemas['InvoiceList']['items'][number];
export type BillingEventPage = Schemas['BillingEventPage'];
export type BillingEvent = BillingEventPage['items'][number];
export type Overview = Schemas['BillingOverview'];

export type Plan = PlanOffer['plan'];
export type PayEvery = Price['interval'];
export type PlanCurrency = Price['currency'];

/** From the smallest. */
export const PLANS: readonly Plan[] = ['free', 'starter', 'pro', 'agency'];
export const isPlan = (word: unknown): word is Plan => PLANS.some((plan) => plan === word);
