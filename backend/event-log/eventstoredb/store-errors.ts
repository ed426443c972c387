import { convertToCommandError, ErrorType, isCommandError } from '@eventstore/db-client';
import { EventLogUnavailable } from '../errors.js';

/** A read of a tombstoned stream; absent and soft-deleted ones give no event and no error. */
export function isDeletedStream(error: unknown): boolean {
  const named = error instanceof Error ? convertToCommandError(error) : undefined;
  return named !== undefined && isCommandError(named) && named.type === ErrorType.STREAM_DELETED;
}

/** UNAVAILABLE or cancelled by the server, as gRPC reports them. */
export function isConnectionLoss(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === UNAVAILABLE || error.code === CANCELLED)
  );
}

/** The server ended a subscription whose reader lagged: nothing is wrong with the connection. */
export function isLag(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === ABORTED;
}
const CANCELLED = 1;
const ABORTED = 10;
const UNAVAILABLE = 14;

/** What a read of `$all` answers when the given place is no event's. */
export function isNoSuchPosition(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Unexpected ReadAllResult');
}

export function asUnavailable(doing: string, cause: unknown): EventLogUnavailable {
  if (cause instanceof EventLogUnavailable) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new EventLogUnavailable(`the event store failed while ${doing}: ${message}`, { cause });
}
