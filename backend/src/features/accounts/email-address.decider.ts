import type { AnyRecordedEvent } from '../../../event-log/event-log.js';

/** Whose an address is; undefined: nobody's. An address is a stream of its own, so two can never have the same. */
export type Holder = string | undefined;

export const emailAddressStream = (emailHash: string): string => `emailAddress-${emailHash}`;

export function evolveHolder(holder: Holder, { type, data }: AnyRecordedEvent): Holder {
  if (type === 'account.EmailReserved.v1') return data.accountId;
  if (type === 'account.EmailReleased.v1') return undefined;
  return holder;
}
