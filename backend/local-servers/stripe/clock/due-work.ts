import type { Double } from '../double.js';
import { collect } from '../lives/collect.js';
import { expireSession } from '../lives/checkout.js';
import { renew } from '../lives/renew.js';
import { tellTrialEnd } from '../lives/start-subscription.js';
import type { Kept } from '../objects/kinds.js';
import { itemOf } from '../objects/subscription.js';

/** Does what has become due until that moment, in order, each thing at its own moment and in its own transaction. */
export function doDueWork(double: Double, until: number): number {
  double.asked = { id: null, key: null };
  for (let done = 0; ; done += 1) {
    const next = double.store.firstDue(until);
    if (!next) return done;
    double.store.transaction(() => {
      // The clock goes along, lest a stop in the middle leaves a world that is ahead of it.
      double.clock.moveTo(next.due);
      double.clock.at(next.due, () => doWork(double, next.object, next.due));
    });
    double.outbox.wake();
  }
}

export function advanceTo(double: Double, target: number): number {
  const done = doDueWork(double, target);
  double.clock.moveTo(target);
  return done;
}

function doWork(double: Double, object: Kept, due: number): void {
  if (object.object === 'checkout.session') expireSession(double, object);
  else if (object.object === 'invoice') collect(double, object);
  else if (object.object === 'subscription') {
    if (due < itemOf(object).current_period_end) tellTrialEnd(double, object);
    else renew(double, object);
  } else throw new Error(`nothing can be due for a ${object.object}`);
}
