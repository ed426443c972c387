import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';

/** The account that an identity elsewhere belongs to; undefined: none. An identity is a stream of its own, so it is one's alone. */
export type IdentityHolder = string | undefined;

export const externalIdentityStream = (subjectHash: string): string => `externalIdentity-${subjectHash}`;

export function evolveIdentity(holder: IdentityHolder, { type, data }: AnyRecordedEvent): IdentityHolder {
  if (type === 'account.IdentityReserved.v1') return data.accountId;
  if (type === 'account.IdentityReleased.v1') return undefined;
  return holder;
}
