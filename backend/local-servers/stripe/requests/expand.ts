import type { Double } from '../double.js';
import { paymentsOf } from '../objects/payment.js';
import { lineItemsOf } from '../objects/session.js';
import { invalid } from './refusal.js';

type Plain = { [name: string]: unknown };
const DEEPEST = 4;

/** Puts the objects in the places of their ids, in a copy. Throws where a property cannot be expanded. */
export function expanded(double: Double, answer: unknown, paths: readonly string[]): unknown {
  if (paths.length === 0) return answer;
  const copy: unknown = JSON.parse(JSON.stringify(answer));
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > DEEPEST) throw invalid(`You cannot expand more than ${DEEPEST} levels of a property.`);
    expandIn(double, copy, steps, path);
  }
  return copy;
}

function expandIn(double: Double, holder: unknown, steps: readonly string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined || holder === null || holder === undefined) return;
  if (Array.isArray(holder)) {
    for (const one of holder) expandIn(double, one, steps, path);
    return;
  }
  if (typeof holder !== 'object') throw notExpandable(path);
  const object = holder as Plain;
  if (!(step in object)) object[step] = included(double, object, step);
  const value = object[step];
  if (value === undefined) throw notExpandable(path);
  if (typeof value === 'string') object[step] = lookedUp(double, value, path);
  else if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    object[step] = value.map((one) => lookedUp(double, one, path));
  else if (rest.length === 0 && (typeof value === 'number' || typeof value === 'boolean'))
    throw notExpandable(path);
  expandIn(double, object[step], rest, path);
}

function lookedUp(double: Double, id: string, path: string): Plain {
  const found = double.store.byId(id);
  if (!found) throw notExpandable(path);
  return JSON.parse(JSON.stringify(found)) as Plain;
}

const notExpandable = (path: string) =>
  invalid(`This property cannot be expanded (${path}).`, 'expand', 'property_cannot_be_expanded');

/** Parts that Stripe shows only when they are asked for. */
function included(double: Double, object: Plain, name: string): unknown {
  const { id } = object;
  if (typeof id !== 'string') return undefined;
  const list = (data: readonly unknown[], url: string) => ({ object: 'list', data, has_more: false, url });
  const what = `${String(object['object'])}.${name}`;
  switch (what) {
    case 'invoice.payments':
      return list(paymentsOf(double, id), '/v1/invoice_payments');
    case 'checkout.session.line_items':
      return lineItemsOf(double, id);
    case 'customer.tax_ids':
      return list(double.store.newestFirst('tax_id', id), `/v1/customers/${id}/tax_ids`);
    case 'customer.subscriptions':
      return list(
        double.store.newestFirst('subscription', id).filter(({ ended_at }) => ended_at === null),
        `/v1/customers/${id}/subscriptions`,
      );
    case 'charge.refunds':
      return list(
        double.store.newestFirst('refund').filter(({ charge }) => charge === id),
        `/v1/charges/${id}/refunds`,
      );
    default:
      return undefined;
  }
}
