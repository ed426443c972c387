import type { Double } from '../double.js';
import type { Table } from '../requests/rules.js';

export type Method = 'GET' | 'POST' | 'DELETE';

/** What a request asks, its parameters checked and in Stripe's own request type. */
export interface Asking<P> {
  readonly double: Double;
  /** The ids of the path, in order. */
  readonly id: string;
  readonly params: P;
}

export interface Route {
  readonly method: Method;
  readonly path: RegExp;
  readonly table: Table<object>;
  /** A list may be followed by `data.` in what it expands. */
  readonly answer: (asking: Asking<unknown>) => unknown;
}

/** `route<Stripe.PriceCreateParams>('POST', '/v1/prices', {…}, ({ params }) => …)`; `:id` stands for an id. */
export function route<P extends object>(
  method: Method,
  path: string,
  table: Table<P>,
  answer: (asking: Asking<P>) => unknown,
): Route {
  return {
    method,
    path: new RegExp(`^${path.replace(':id', '([^/]+)')}$`),
    table: table,
    answer: (asking) => answer(asking as Asking<P>),
  };
}
