import type { Meter } from '../../api/billing.js';
import type { Problem } from '../../api/types.js';

/** What a page needs to say about a failed request. */
export interface Failure {
  kind: 'offline' | 'not-found' | 'bad-input' | 'server' | 'quota';
  /** The API's own sentence, where it gave one: names the field and how to mend it. */
  detail: string | null;
  quota?: QuotaReached;
}

/** What of the plan is used up; the name and the limit as far as the API told them. */
export interface QuotaReached {
  name: Meter['name'] | null;
  limit: number | null;
  /** Until there is more by itself; null where something must be removed first. */
  backInSeconds: number | null;
}

const QUOTAS: readonly Meter['name'][] = [
  'searchesADay',
  'crawlsADay',
  'importsADay',
  'trackedKeywords',
  'members',
];

/** Reads an HttpErrorResponse (status 0: no answer came) without importing it, so that this stays plain logic. */
export function failureOf(error: unknown): Failure {
  const status = hasStatus(error) ? error.status : 0;
  const detail = hasStatus(error) ? detailOf(error.error) : null;
  if (status === 402 && hasStatus(error)) return { kind: 'quota', detail, quota: quotaOf(error) };
  if (status === 0 || status === 502 || status === 503 || status === 504) return { kind: 'offline', detail };
  if (status === 404) return { kind: 'not-found', detail };
  if (status >= 400 && status < 500) return { kind: 'bad-input', detail };
  return { kind: 'server', detail };
}

interface WithStatus {
  status: number;
  error?: unknown;
  headers?: { get?: (name: string) => string | null };
}

function hasStatus(error: unknown): error is WithStatus {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number';
}

/** The field that the problem names is the quota; its message begins with how many the plan has. */
function quotaOf({ error, headers }: WithStatus): QuotaReached {
  const { errors } = (typeof error === 'object' && error !== null ? error : {}) as Partial<Problem>;
  const field = errors?.[0];
  const limit = /^\d+/.exec(field?.message ?? '')?.[0];
  const wait = Number(headers?.get?.('retry-after') ?? Number.NaN);
  return {
    name: QUOTAS.find((name) => name === field?.path) ?? null,
    limit: limit === undefined ? null : Number(limit),
    backInSeconds: Number.isFinite(wait) ? wait : null,
  };
}

function detailOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('title' in body)) return null;
  const problem = body as Partial<Problem>;
  const fields = problem.errors?.map((e) => `${e.path}: ${e.message}`) ?? [];
  if (fields.length > 0) return fields.join('; ');
  return problem.detail ?? problem.title ?? null;
}
