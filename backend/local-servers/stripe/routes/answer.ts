import { createHash, timingSafeEqual } from 'node:crypto';
import { doDueWork } from '../clock/due-work.js';
import type { Double } from '../double.js';
import { newId } from '../objects/ids.js';
import { checked } from '../requests/check.js';
import { expanded } from '../requests/expand.js';
import type { Faults } from '../requests/faults.js';
import { type Branch, readForm } from '../requests/form.js';
import { type Answer, answeredBefore, keepAnswer } from '../requests/idempotency.js';
import { Refusal } from '../requests/refusal.js';
import { type Incoming, jsonReply, type Outcome, type Reply } from '../requests/reply.js';
import { ROUTES } from './all-routes.js';
import type { Method } from './route.js';

const VERSION = 'stripe-version';

/** Answers what is asked below /v1, as Stripe would or as the awaited fault wants. */
export function answerApi(double: Double, faults: Faults, secretKey: string, asked: Incoming): Outcome {
  const requestId = newId('req', 14);
  const told = (reply: Reply): Reply => ({
    ...reply,
    headers: {
      ...reply.headers,
      'request-id': requestId,
      ...(asked.headers[VERSION] && { [VERSION]: asked.headers[VERSION] }),
    },
  });
  const fault = faults.next(asked.path);
  if (fault === 'timeout') return 'silence';
  if (fault === '500')
    return told(jsonReply(500, { error: { type: 'api_error', message: 'An unknown error occurred.' } }));
  if (fault === '429')
    return told(
      jsonReply(429, {
        error: {
          type: 'invalid_request_error',
          code: 'rate_limit',
          message: 'Too many requests hit the API too quickly. We recommend an exponential backoff.',
        },
      }),
    );
  let reply: Reply;
  try {
    reply = told(answer(double, secretKey, asked, requestId));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const log = `${double.url}/v1/events`;
    reply = told(jsonReply(error.status, { error: { ...error.body, request_log_url: log } }));
  } finally {
    double.asked = { id: null, key: null };
  }
  double.outbox.wake();
  return fault === 'applied-but-no-answer' ? 'drop' : reply;
}

function answer(double: Double, secretKey: string, asked: Incoming, requestId: string): Reply {
  checkKey(asked.headers['authorization'], secretKey);
  const route = ROUTES.find(({ method, path }) => method === asked.method && path.test(asked.path));
  if (!route)
    throw new Refusal(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${asked.method}: ${asked.path}). The local double of Stripe answers only what the product uses.`,
    });
  doDueWork(double, double.clock.now);
  const given: Branch = { ...readForm(asked.query), ...readForm(asked.body) };
  const key = (asked.method as Method) === 'POST' ? asked.headers['idempotency-key'] : undefined;
  const fingerprint = `${asked.method} ${asked.path} ${JSON.stringify(given)}`;
  const before = key === undefined ? undefined : answeredBefore(double.store, key, fingerprint);
  if (before) return withKey(before, key, true);
  const params = checked(route.table, given);
  const id = decodeURIComponent(route.path.exec(asked.path)?.[1] ?? '');
  double.asked = { id: requestId, key: key ?? null };
  const answered = double.store.transaction((): Answer => {
    const result = route.answer({ double, id, params });
    const paths = (params as { expand?: string[] }).expand ?? [];
    const { status, body } =
      result instanceof Refusal
        ? jsonReply(result.status, { error: result.body })
        : jsonReply(200, expanded(double, result, paths));
    if (key !== undefined) keepAnswer(double.store, key, fingerprint, { status, body });
    return { status, body };
  });
  return withKey(answered, key, false);
}

function withKey({ status, body }: Answer, key: string | undefined, isReplayed: boolean): Reply {
  const reply = jsonReply(status, body);
  return {
    ...reply,
    headers: {
      ...reply.headers,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(isReplayed && { 'idempotent-replayed': 'true' }),
    },
  };
}

function checkKey(header: string | undefined, secretKey: string): void {
  const given = /^Bearer (sk_\S+)$/.exec(header ?? '')?.[1];
  if (given !== undefined && isSame(given, secretKey)) return;
  throw new Refusal(401, {
    type: 'invalid_request_error',
    message:
      given === undefined
        ? 'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.'
        : `Invalid API Key provided: ${given.slice(0, 8)}***`,
  });
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
