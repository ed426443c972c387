import { z } from 'zod';

/** How the true value stands to the number shown: Amazon's "over 100,000" is gt, eBay's "95,000+" is gte, "< 20" is lt. */
export const RELATIONS = ['eq', 'gt', 'gte', 'lt', 'range'] as const;
export const relationSchema = z.enum(RELATIONS);
export type Relation = z.infer<typeof relationSchema>;

/** measured: read off a page by us; reported: a marketplace's or tool's own figure from an API or import; estimated: our model. */
export const KINDS = ['measured', 'reported', 'estimated'] as const;
export const kindSchema = z.enum(KINDS);
export type Kind = z.infer<typeof kindSchema>;

/** What a value speaks of, where that is not plain from its name. */
export const scopeSchema = z.enum(['exact', 'broad', 'listing', 'shop']);
export type Scope = z.infer<typeof scopeSchema>;

const rangeHasEnd = (v: { relation: Relation; value: number; maxValue?: number | undefined }) =>
  v.relation === 'range' ? v.maxValue !== undefined && v.maxValue >= v.value : v.maxValue === undefined;
const RANGE_RULE = {
  message: 'a range needs maxValue, not below value; other relations have none',
  path: ['maxValue'],
};

/** A whole number with its relation, e.g. a claimed result count or a review count. */
export const countSchema = z
  .strictObject({
    value: z.int().nonnegative(),
    maxValue: z.int().nonnegative().optional(),
    relation: relationSchema,
    scope: scopeSchema.optional(),
  })
  .refine(rangeHasEnd, RANGE_RULE);
export type Count = z.infer<typeof countSchema>;

export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as EUR');

/** A price in minor units of its currency (cents; whole yen for JPY). maxMinor is the upper end of a shown range. */
export const priceSchema = z
  .strictObject({
    minor: z.int().nonnegative(),
    maxMinor: z.int().nonnegative().optional(),
    currency: currencySchema,
    relation: relationSchema,
  })
  .refine((p) => rangeHasEnd({ relation: p.relation, value: p.minor, maxValue: p.maxMinor }), {
    message: 'a range needs maxMinor, not below minor; other relations have none',
    path: ['maxMinor'],
  });
export type Price = z.infer<typeof priceSchema>;

/** The names a metric may have, everywhere: in events, in the API and on the screen. */
export const METRICS = [
  'searchVolume', 'resultCount', 'competition', 'cpc', 'averagePrice', 'minPrice', 'maxPrice', 'rank', 'reviews',
  'favourites', 'sales',
] as const; // prettier-ignore
export const metricNameSchema = z.enum(METRICS);
export type MetricName = z.infer<typeof metricNameSchema>;

/** Metrics that are money: in minor units, and never without their currency. */
export const MONEY_METRICS: readonly MetricName[] = ['cpc', 'averagePrice', 'minPrice', 'maxPrice'];

const metricFields = {
  value: z.number().nonnegative(),
  maxValue: z.number().nonnegative().optional(),
  relation: relationSchema,
  kind: kindSchema,
  currency: currencySchema.optional(),
  scope: scopeSchema.optional(),
};

/** One metric as a third party or our model gives it. */
export const metricSchema = z.strictObject(metricFields).refine(rangeHasEnd, RANGE_RULE);
export type Metric = z.infer<typeof metricSchema>;

/** Metrics by name; money has its currency, nothing else has one. At least one. */
export const metricsSchema = z
  .partialRecord(metricNameSchema, metricSchema)
  .refine((m) => Object.keys(m).length > 0, 'at least one metric')
  .superRefine((metrics, context) => {
    for (const [name, metric] of Object.entries(metrics)) {
      if (!metric) continue;
      const isMoney = MONEY_METRICS.includes(name as MetricName);
      if (isMoney && !metric.currency)
        context.addIssue({ code: 'custom', path: [name, 'currency'], message: 'money needs its currency' });
      if (!isMoney && metric.currency)
        context.addIssue({ code: 'custom', path: [name, 'currency'], message: 'only money has a currency' });
      if (isMoney && !(Number.isInteger(metric.value) && Number.isInteger(metric.maxValue ?? 0)))
        context.addIssue({ code: 'custom', path: [name, 'value'], message: 'money is in whole minor units' });
      if (name === 'competition' && Math.max(metric.value, metric.maxValue ?? 0) > 1)
        context.addIssue({ code: 'custom', path: [name, 'value'], message: 'competition lies in 0 to 1' });
    }
  });
export type Metrics = z.infer<typeof metricsSchema>;
