import { failureOf, type Failure } from './problem.js';

interface FieldError {
  path: string;
  message: string;
}

function bodyOf(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null || !('error' in error)) return {};
  const { error: body } = error;
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/** The last part of a problem's type, which never changes: `sign-in-needed`; null for what is no problem document. */
export function problemKindOf(error: unknown): string | null {
  const { type } = bodyOf(error);
  return typeof type === 'string' ? (type.split(':').at(-1) ?? null) : null;
}

/** Why something typed was not taken. */
export interface Refusal {
  readonly kind: string | null;
  readonly failure: Failure;
  /** By the name of the field. */
  readonly fields: Readonly<Record<string, string>>;
}

export function refusalOf(error: unknown): Refusal {
  const { errors } = bodyOf(error);
  const fields = Array.isArray(errors) ? (errors as FieldError[]) : [];
  return {
    kind: problemKindOf(error),
    failure: failureOf(error),
    fields: Object.fromEntries(fields.map(({ path, message }) => [path, message])),
  };
}
