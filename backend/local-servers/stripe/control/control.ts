import { z } from 'zod';
import { advanceTo } from '../clock/due-work.js';
import type { Double } from '../double.js';
import { CARD_FATES } from '../objects/kinds.js';
import { FAULTS, type Faults } from '../requests/faults.js';
import { type Incoming, jsonReply, type Reply } from '../requests/reply.js';
import { MODES, ORDERS } from '../webhooks/outbox.js';

const moment = z.union([z.int().positive(), z.iso.datetime().transform((text) => Date.parse(text) / 1_000)]);
const advance = z.union([z.strictObject({ seconds: z.int().min(0) }), z.strictObject({ to: moment })]);
const faultsAsked = z.strictObject({
  next: z.int().min(0).max(1_000),
  kind: z.enum(FAULTS),
  path: z.string().startsWith('/v1/').optional(),
});
const fate = z.strictObject({ customer: z.string(), fate: z.enum(CARD_FATES) });
const webhooks = z.strictObject({ mode: z.enum(MODES).optional(), url: z.url().optional() });
const release = z.strictObject({
  order: z.enum(ORDERS).default('as-is'),
  times: z.union([z.literal(1), z.literal(2)]).default(1),
});

type Act = (body: unknown) => unknown;

/** What tests and demos can ask of the double itself, below /__double/. */
export function answerControl(double: Double, faults: Faults, asked: Incoming): Reply {
  const acts: Record<string, Act> = {
    'GET /__double/clock': () => clockOf(double),
    'POST /__double/clock/advance': (body) => {
      const wish = advance.parse(body);
      const target = Math.floor('to' in wish ? wish.to : double.clock.now + wish.seconds);
      const done = advanceTo(double, target);
      return { ...clockOf(double), done };
    },
    'POST /__double/faults': (body) => {
      const { next, kind, path } = faultsAsked.parse(body);
      faults.expect(kind, next, path);
      return { next, kind };
    },
    'POST /__double/card-fate': (body) => {
      const wish = fate.parse(body);
      if (!double.store.find('customer', wish.customer)) throw new Unknown(`no customer ${wish.customer}`);
      double.store.putExtra('customer', wish.customer, { fate: wish.fate });
      return wish;
    },
    'GET /__double/webhooks': () => outboxOf(double),
    'POST /__double/webhooks': (body) => {
      const wish = webhooks.parse(body);
      if (wish.mode) double.outbox.setMode(wish.mode);
      if (wish.url) double.outbox.sendTo(wish.url);
      return outboxOf(double);
    },
    'POST /__double/webhooks/release': (body) => {
      const { order, times } = release.parse(body);
      return { released: double.outbox.release(order, times) };
    },
  };
  const act = acts[`${asked.method} ${asked.path}`];
  if (!act) return jsonReply(404, { error: `there is only ${Object.keys(acts).join(', ')}` });
  // A page in a browser can post plain forms anywhere; JSON it must ask for first, and we never say yes.
  if (asked.method === 'POST' && !asked.headers['content-type']?.startsWith('application/json'))
    return jsonReply(415, { error: 'send the body as application/json' });
  try {
    return jsonReply(200, act(asked.body === '' ? {} : (JSON.parse(asked.body) as unknown)));
  } catch (error) {
    if (error instanceof z.ZodError) return jsonReply(400, { error: z.prettifyError(error) });
    if (error instanceof SyntaxError) return jsonReply(400, { error: 'the body is not JSON' });
    if (error instanceof Unknown) return jsonReply(404, { error: error.message });
    throw error;
  }
}

class Unknown extends Error {}

const clockOf = ({ clock }: Double) => ({
  now: clock.now,
  iso: new Date(clock.now * 1_000).toISOString(),
});
const outboxOf = ({ outbox }: Double) => ({ mode: outbox.mode, ...outbox.counts() });
