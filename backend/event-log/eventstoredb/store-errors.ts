import { ErrorType, isCommandError } from '@eventstore/db-client';
import { EventLogUnavailable } from '../errors.js';

/** Absent, soft-deleted and tombstoned streams read alike: as nothing. */
export function isAbsentStream(error: unknown): boolean {
  return (
    error instanceof Error &&
    isCommandError(error) &&
    (error.type === ErrorType.STREAM_NOT_FOUND || error.type === ErrorType.STREAM_DELETED)
  );
}

/** The server ended a subscription whose reader lagged: nothing is wrong with the connection. */
export function isLag(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === ABORTED;
}
const ABORTED = 10;

/** What a read of `$all` answers when the given place is no event's. */
export function isNoSuchPosition(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Unexpected ReadAllResult');
}

export function asUnavailable(doing: string, cause: unknown): EventLogUnavailable {
  if (cause instanceof EventLogUnavailable) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return new EventLogUnavailable(`the event store failed while ${doing}: ${message}`, { cause });
}
