import { ConnectionException } from '@mikro-orm/core';
import { HttpException } from '@nestjs/common';
import { EventLogUnavailable } from '../../../event-log/errors.js';
import { isPassing } from '../../../following/database/database.js';
import { NoLiveBuild } from '../../../following/waiting/live-builds.js';
import { SubjectErased } from '../privacy/key-ring.js';
import { Problem, PROBLEMS, type ProblemKind } from './problem.js';

const MAX_BODY_TEXT = '1 MB';

// What the HTTP server itself refuses, by its error codes.
const SERVER_CODES: Readonly<Record<string, readonly [ProblemKind, string]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'Send the body as application/json.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', `A body may have up to ${MAX_BODY_TEXT}.`],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed-request', 'The body is empty, but its content type says JSON.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['malformed-request', 'The body is not valid JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'malformed-request',
    'The body is not as long as Content-Length says.',
  ],
  FST_ERR_BAD_URL: ['malformed-request', 'The address is not correctly percent-encoded.'],
  FST_ERR_MAX_PARAM_LENGTH: ['malformed-request', 'A part of the address is too long.'],
};

const BY_STATUS: Readonly<Record<number, ProblemKind>> = {
  400: 'malformed-request',
  401: 'sign-in-needed',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  409: 'conflict',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

// How the Redis client words it.
const REDIS_AWAY = new Set(['MaxRetriesPerRequestError', 'Command timed out', 'Connection is closed.']);

const textOf = (value: object, key: string): string | undefined => {
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : undefined;
};

/** undefined: nobody foresaw this error, it is a fault of ours. */
export function toProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof EventLogUnavailable)
    return new Problem('unavailable', 'The event log does not answer.', [], { 'retry-after': '2' });
  // The gate remembers people for a moment longer than they are there.
  if (error instanceof SubjectErased) return new Problem('sign-in-needed', 'This account is closed.');
  if (typeof error !== 'object' || error === null) return undefined;
  const known = SERVER_CODES[textOf(error, 'code') ?? ''] ?? SERVER_CODES[codeOfCause(error)];
  if (known) return new Problem(...known);
  if (isAway(error))
    return new Problem('unavailable', 'A store does not answer.', [], { 'retry-after': '2' });
  const status =
    error instanceof HttpException ? error.getStatus() : Number(Reflect.get(error, 'statusCode'));
  if (!(status >= 400 && status < 600) || status === 500) return undefined;
  const kind = BY_STATUS[status] ?? (status < 500 ? 'malformed-request' : 'unexpected');
  if (kind === 'unexpected') return undefined;
  return new Problem(kind, detailOf(error, kind));
}

/** A store is away, starting or busy: the same request may succeed later though nothing is mended. */
function isAway(error: object): boolean {
  for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < 4; depth++) {
    if (at instanceof ConnectionException || at instanceof NoLiveBuild || isPassing(at)) return true;
    if (at instanceof Error && (REDIS_AWAY.has(at.name) || REDIS_AWAY.has(at.message))) return true;
    at = Reflect.get(at, 'cause');
  }
  return false;
}

// The framework wraps what the server refused.
function codeOfCause(error: object): string {
  const cause: unknown = Reflect.get(error, 'cause');
  return typeof cause === 'object' && cause !== null ? (textOf(cause, 'code') ?? '') : '';
}

function detailOf(error: object, kind: ProblemKind): string {
  // The JSON parser's own words tell where the text breaks; they hold nothing of ours.
  if (kind === 'malformed-request')
    return `The request cannot be read: ${textOf(error, 'message') ?? 'no reason given'}`;
  if (kind === 'not-found') return 'No such address. The API is described at /api/docs.';
  return PROBLEMS[kind].title;
}
