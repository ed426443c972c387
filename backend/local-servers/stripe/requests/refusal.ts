/** What Stripe puts in `error` of an answer. */
export interface ErrorBody {
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error';
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
  readonly message: string;
}

/** Thrown by whatever answers a request: nothing of the request stays. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
  ) {
    super(body.message);
  }
}

export function invalid(message: string, param?: string, code?: string): Refusal {
  return new Refusal(400, {
    type: 'invalid_request_error',
    ...(code !== undefined && { code }),
    ...(param !== undefined && { param }),
    message,
  });
}

export const missing = (param: string): Refusal =>
  invalid(`Missing required param: ${param}.`, param, 'parameter_missing');

/** The double says plainly where it ends, instead of behaving in a way that the real one would not. */
export const unsupported = (param: string, what = 'it'): Refusal =>
  invalid(
    `The local double of Stripe knows \`${param}\` but does not support ${what}. Use the real Stripe in test mode for this, or leave it out.`,
    param,
    'parameter_unsupported_by_double',
  );

export const notThere = (what: string, id: string, param = 'id'): Refusal =>
  new Refusal(param === 'id' ? 404 : 400, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    param,
    message: `No such ${what}: '${id}'`,
  });
