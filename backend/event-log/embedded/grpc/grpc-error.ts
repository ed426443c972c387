/** The status codes of gRPC that this server answers. */
export const GrpcStatus = {
  Ok: 0,
  Cancelled: 1,
  Unknown: 2,
  InvalidArgument: 3,
  DeadlineExceeded: 4,
  ResourceExhausted: 8,
  FailedPrecondition: 9,
  Unimplemented: 12,
  Internal: 13,
  Unavailable: 14,
  DataLoss: 15,
} as const;
export type GrpcStatus = (typeof GrpcStatus)[keyof typeof GrpcStatus];

/** Ends a call with a status other than OK; `details` become trailers, from which the client makes its own error. */
export class GrpcError extends Error {
  override readonly name = 'GrpcError';
  constructor(
    readonly status: GrpcStatus,
    message: string,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Trailers may hold printable ASCII alone; anything else, and the percent sign, is percent-encoded, as gRPC does with its message. */
export function trailerText(text: string): string {
  return text.replace(/[^\x20-\x24\x26-\x7e]+/g, (unprintable) =>
    encodeURIComponent(unprintable.toWellFormed()),
  );
}

/** Clients take 64 kB of trailers together, and a stream's name stands in the message and beside it, three characters a byte. */
const MAX_TRAILER_CHARACTERS = 20_000;

/** The trailers that end a call with this error. A name too long for them is shortened: clients fail at one that is missing. */
export function trailersOf(error: GrpcError): Record<string, string> {
  const trailers: Record<string, string> = {
    'grpc-status': String(error.status),
    'grpc-message': shortTrailerText(error.message),
  };
  for (const [key, value] of Object.entries(error.details)) trailers[key] = shortTrailerText(value);
  return trailers;
}

function shortTrailerText(text: string): string {
  const whole = trailerText(text);
  if (whole.length <= MAX_TRAILER_CHARACTERS) return whole;
  // A character takes nine at most, and half of one that takes two is made whole.
  return `${trailerText(text.slice(0, MAX_TRAILER_CHARACTERS / 10))}...`;
}

export const streamDeleted = (stream: string): GrpcError =>
  new GrpcError(GrpcStatus.FailedPrecondition, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

/** `expected`: a revision, or -1 no stream, -2 any, -4 stream exists; `actual`: the last revision, -1 for no stream. */
export const wrongExpectedVersionOfDelete = (stream: string, expected: number, actual: number): GrpcError =>
  new GrpcError(
    GrpcStatus.FailedPrecondition,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(expected),
      'actual-version': String(actual),
    },
  );

export const maximumAppendSizeExceeded = (maxBytes: number): GrpcError =>
  new GrpcError(GrpcStatus.InvalidArgument, `Maximum Append Size of ${maxBytes} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(maxBytes),
  });
