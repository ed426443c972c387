import { v5 as uuidV5 } from 'uuid';
import type { Asker } from '../../../contracts/events/asked.js';
import type { Sealed } from '../../../contracts/values/sealed.js';
import type { AnyNewEvent, AnyRecordedEvent } from '../../../event-log/event-log.js';

const NAMESPACE = 'c1b1f5f4-0c2e-4d0b-8f1e-8a5d3f1c7e60';
export const PRODUCER = 'privacy/1';

export interface Identity {
  readonly provider: 'google' | 'github';
  /** A keyed digest of who they are there. */
  readonly subjectHash: string;
}

/** What privacy needs to know of an account. */
export interface Person {
  readonly id: string;
  readonly email: Sealed;
  readonly emailHash: string;
  readonly name: Sealed;
  readonly passwordHash: Sealed | null;
  readonly locale: string;
  readonly registeredAt: string;
  readonly consents: Readonly<Record<string, string>>;
  /** At OAuth providers, those that were unlinked again among them. */
  readonly identities: readonly Identity[];
  readonly endedSessions: ReadonlySet<string>;
  /** Where and by which request the account was closed. */
  readonly closed: { readonly eventId: string; readonly position: bigint; readonly asked: Asker } | undefined;
  readonly isErased: boolean;
}
export type PersonState = Person | undefined;

export const accountStream = (id: string): string => `account-${id}`;

export function evolvePerson(state: PersonState, event: AnyRecordedEvent): PersonState {
  const { type, data, metadata } = event;
  if (type === 'account.Registered.v1')
    return {
      id: data.accountId,
      email: data.email,
      emailHash: data.emailHash,
      name: data.name,
      passwordHash: data.passwordHash,
      locale: data.locale,
      registeredAt: metadata.occurredAt,
      consents: {},
      identities: [],
      endedSessions: new Set(),
      closed: undefined,
      isErased: false,
    };
  if (!state) return state;
  if (type === 'account.PasswordChanged.v1') return { ...state, passwordHash: data.passwordHash };
  if (type === 'account.NameChanged.v1') return { ...state, name: data.name };
  if (type === 'account.ConsentGiven.v1')
    return { ...state, consents: { ...state.consents, [data.purpose]: data.textVersion } };
  if (type === 'account.ConsentWithdrawn.v1') {
    const { [data.purpose]: _withdrawn, ...consents } = state.consents;
    return { ...state, consents };
  }
  if (type === 'account.IdentityLinked.v1') {
    const { provider, subjectHash } = data;
    return { ...state, identities: [...state.identities, { provider, subjectHash }] };
  }
  if (type === 'account.SessionEnded.v1')
    return { ...state, endedSessions: new Set([...state.endedSessions, data.sessionId]) };
  if (type === 'account.Closed.v1') {
    const { correlationId: requestId, actor, occurredAt: at } = metadata;
    return {
      ...state,
      closed: { eventId: event.id, position: event.position, asked: { requestId, actor, at } },
    };
  }
  return type === 'account.Erased.v1' ? { ...state, isErased: true } : state;
}

/** Whose an address or an identity elsewhere is; undefined: nobody's. Each is a stream of its own. */
export type Holder = string | undefined;

export const emailAddressStream = (emailHash: string): string => `emailAddress-${emailHash}`;
export const externalIdentityStream = (subjectHash: string): string => `externalIdentity-${subjectHash}`;

export function evolveHolder(holder: Holder, { type, data }: AnyRecordedEvent): Holder {
  if (type === 'account.EmailReserved.v1' || type === 'account.IdentityReserved.v1') return data.accountId;
  if (type === 'account.EmailReleased.v1' || type === 'account.IdentityReleased.v1') return undefined;
  return holder;
}

/** The same for the same cause: an append that is repeated after a crash is the same event. */
export const eventIdFrom = (...parts: readonly string[]): string => uuidV5(parts.join('|'), NAMESPACE);

/** An event of the erasure, caused by the closing of the account. */
export function erasureEvent(
  person: Person,
  fact: Pick<AnyNewEvent, 'type' | 'data'>,
  about: { readonly workspace?: string; readonly which?: string } = {},
): AnyNewEvent {
  if (!person.closed) throw new Error(`the account ${person.id} is not closed`);
  const { eventId, asked } = person.closed;
  return {
    id: eventIdFrom(eventId, fact.type, about.workspace ?? '', about.which ?? ''),
    ...fact,
    metadata: {
      correlationId: asked.requestId,
      causationId: eventId,
      occurredAt: asked.at,
      actor: asked.actor,
      producer: PRODUCER,
      ...(about.workspace === undefined ? {} : { workspace: about.workspace }),
    },
  } as AnyNewEvent;
}
