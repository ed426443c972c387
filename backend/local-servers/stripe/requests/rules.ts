import type Stripe from 'stripe';

/** What a parameter of a request may hold. */
export type Rule =
  | { readonly kind: 'text'; readonly mayBeEmpty: boolean }
  | { readonly kind: 'integer'; readonly least?: number; readonly most?: number }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly of: readonly string[]; readonly isOurLimit: boolean }
  | { readonly kind: 'metadata' }
  | { readonly kind: 'moments' }
  | { readonly kind: 'list'; readonly of: Rule; readonly mayBeEmpty: boolean }
  | { readonly kind: 'record'; readonly fields: Fields }
  | { readonly kind: 'off' }
  | { readonly kind: 'unsupported' };

export type NeededRule = Rule & { readonly needed: true };
export type Fields = Readonly<Record<string, Rule | NeededRule>>;

/**
 * The table of an endpoint's parameters, checked by the compiler against the request type of the `stripe` package:
 * a name that Stripe does not know, one that is left out, or one that Stripe requires and we do not, is an error.
 */
export type Table<P> = {
  readonly [K in keyof P]-?: undefined extends P[K] ? Rule : NeededRule;
};

export const text: Rule = { kind: 'text', mayBeEmpty: false };
/** '' takes away what was there. */
export const textOrNothing: Rule = { kind: 'text', mayBeEmpty: true };
export const integer: Rule = { kind: 'integer' };
export const amount: Rule = { kind: 'integer', least: 0, most: 99_999_999 };
export const decimal: Rule = { kind: 'decimal' };
export const flag: Rule = { kind: 'flag' };
export const metadata: Rule = { kind: 'metadata' };
/** A moment, or a range of them by gt, gte, lt, lte. */
export const moments: Rule = { kind: 'moments' };
/** A switch that the double can only leave off. */
export const off: Rule = { kind: 'off' };
export const unsupported: Rule = { kind: 'unsupported' };
export const from = (least: number, most?: number): Rule => ({
  kind: 'integer',
  least,
  ...(most !== undefined && { most }),
});
export const oneOf = (...values: string[]): Rule => ({ kind: 'choice', of: values, isOurLimit: false });
/** Stripe takes more than these; the double says so. */
export const only = (...values: string[]): Rule => ({ kind: 'choice', of: values, isOurLimit: true });
export const listOf = (rule: Rule): Rule => ({ kind: 'list', of: rule, mayBeEmpty: false });
export const listOrNothing = (rule: Rule): Rule => ({ kind: 'list', of: rule, mayBeEmpty: true });
export const record = <P>(fields: Table<P>): Rule => ({ kind: 'record', fields: fields });
export const needed = (rule: Rule): NeededRule => ({ ...rule, needed: true });

export const expand: Rule = listOf(text);
export const paging: Table<Stripe.PaginationParams> = {
  limit: from(1, 100),
  starting_after: text,
  ending_before: text,
};
export const INTERVALS = ['day', 'week', 'month', 'year'] as const;
