import { DAY, LIFE_STARTS, StripeLife } from './stripe-life.js';

/** Paid for a period; the payment of the next one was refused. */
export function pastDueLife(): StripeLife {
  const life = new StripeLife('sub_1', LIFE_STARTS);
  life.start('active');
  life.now += 30 * DAY;
  life.renew();
  life.fail();
  life.pastDue();
  return life;
}
