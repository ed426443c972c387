import fc from 'fast-check';
import { DAY, LIFE_STARTS, StripeLife, type RawEvent } from './stripe-life.js';

const HAPPENINGS = {
  begin: (life: StripeLife) => life.begin(),
  endTrial: (life: StripeLife) => life.endTrial(),
  renew: (life: StripeLife) => life.renew(),
  fail: (life: StripeLife) => life.fail(),
  pastDue: (life: StripeLife) => life.pastDue(),
  pay: (life: StripeLife) => life.pay(),
  toPro: (life: StripeLife) => life.change('pro'),
  toAgencyYear: (life: StripeLife) => life.change('agency', 'year'),
  toStarter: (life: StripeLife) => life.change('starter'),
  toStrangePrice: (life: StripeLife) => life.changeToStrangePrice(),
  schedule: (life: StripeLife) => life.schedule(),
  withdraw: (life: StripeLife) => life.withdraw(),
  refund: (life: StripeLife) => life.refund(),
  end: (life: StripeLife) => life.end(),
} as const;

/** What one or two subscriptions of a customer may go through at Stripe, often several things in one second. */
export const anyLife: fc.Arbitrary<{
  readonly events: readonly RawEvent[];
  readonly ids: readonly string[];
}> = fc
  .record({
    starts: fc.array(fc.constantFrom('trialing', 'active', 'incomplete' as const), {
      minLength: 1,
      maxLength: 2,
    }),
    happenings: fc.array(
      fc.record({
        what: fc.constantFrom(...(Object.keys(HAPPENINGS) as (keyof typeof HAPPENINGS)[])),
        to: fc.nat(1),
        afterS: fc.constantFrom(0, 0, 1, 3_600, 3 * DAY, 20 * DAY),
      }),
      { minLength: 7, maxLength: 30 },
    ),
  })
  .map(({ starts, happenings }) => {
    const ids = starts.map((_, index) => `sub_${index}`);
    const lives = starts.map((status, index) => {
      const life = new StripeLife(`sub_${index}`, LIFE_STARTS, JSON.stringify(happenings).length.toString());
      life.start(status);
      return life;
    });
    for (const { what, to, afterS } of happenings) {
      const life = lives[to % lives.length];
      for (const each of lives) each.now += afterS;
      if (life && !life.isOver) HAPPENINGS[what](life);
    }
    return { ids, events: lives.flatMap(({ events }) => events) };
  });
