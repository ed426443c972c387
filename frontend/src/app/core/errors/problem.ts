import type { Problem } from '../../api/types.js';

/** What a page needs to say about a failed request. */
export interface Failure {
  kind: 'offline' | 'not-found' | 'bad-input' | 'server';
  /** The API's own sentence, where it gave one: names the field and how to mend it. */
  detail: string | null;
}

/** Reads an HttpErrorResponse (status 0: no answer came) without importing it, so that this stays plain logic. */
export function failureOf(error: unknown): Failure {
  const status = hasStatus(error) ? error.status : 0;
  const detail = hasStatus(error) ? detailOf(error.error) : null;
  if (status === 0 || status === 502 || status === 503 || status === 504) return { kind: 'offline', detail };
  if (status === 404) return { kind: 'not-found', detail };
  if (status >= 400 && status < 500) return { kind: 'bad-input', detail };
  return { kind: 'server', detail };
}

function hasStatus(error: unknown): error is { status: number; error?: unknown } {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number';
}

function detailOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('title' in body)) return null;
  const problem = body as Partial<Problem>;
  const fields = problem.errors?.map((e) => `${e.path}: ${e.message}`) ?? [];
  if (fields.length > 0) return fields.join('; ');
  return problem.detail ?? problem.title ?? null;
}
