/** What can go wrong, as clients see it: the last part of a problem's `type`, which never changes. */
export const PROBLEMS = {
  'bad-input': { status: 400, title: 'The request holds a value that is not allowed' },
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'quota-reached': { status: 402, title: 'The plan has no more of this' },
  'sign-in-needed': { status: 401, title: 'Sign in first' },
  'second-factor-needed': { status: 401, title: 'A code is needed, too' },
  'email-unproved': { status: 403, title: 'Confirm your address first' },
  'not-allowed': { status: 403, title: 'You may not do this' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'in-progress': { status: 409, title: 'The same request is still being worked on' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  'not-possible-now': { status: 409, title: 'This cannot be done as things stand' },
  'account-needed': { status: 409, title: 'Register first' },
  conflict: { status: 409, title: 'Somebody else changed this at the same moment' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is of a kind that is not taken here' },
  'bad-item': { status: 422, title: 'An item of the batch is not valid; nothing was recorded' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key was used for another request' },
  'headers-too-large': { status: 431, title: 'The address or the headers are too long' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  unexpected: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'A part of the product does not answer; try again soon' },
  'not-ready': { status: 503, title: 'The product is not ready yet' },
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

export interface FieldError {
  /** Dotted: `observations.3.keyword`. */
  readonly path: string;
  readonly message: string;
}

/** An answer that is not the wished one, as RFC 9457 words it. Thrown anywhere, turned into the answer at one place. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.status = PROBLEMS[kind].status;
  }

  /** Bad input in one field. */
  static ofField(path: string, message: string): Problem {
    return new Problem('bad-input', `${path}: ${message}`, [{ path, message }]);
  }

  document(requestId: string): Record<string, unknown> {
    return {
      type: problemType(this.kind),
      title: PROBLEMS[this.kind].title,
      status: this.status,
      detail: this.detail,
      requestId,
      ...(this.errors.length > 0 ? { errors: this.errors } : {}),
    };
  }
}

export const problemType = (kind: ProblemKind): string => `urn:digitallz-keywords:problem:${kind}`;
