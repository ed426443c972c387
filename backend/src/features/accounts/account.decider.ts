import { v5 as uuidV5 } from 'uuid';
import { metadataOfAsked, type Asker } from '../../../contracts/events/asked.js';
import type { DataOf, EventType } from '../../../contracts/events/catalogue.js';
import type { Sealed } from '../../../contracts/values/sealed.js';
import type { AnyNewEvent, AnyRecordedEvent } from '../../../event-log/event-log.js';

const NAMESPACE = '5d0c3c1e-8a6f-4b51-9a54-0f3a7b9c2d18';
const PRODUCER = 'accounts/1';

export type Provider = 'google' | 'github';

export type RecoveryCodeHashing = 'plain' | 'keyed';

export interface SecondFactor {
  readonly secret: Sealed;
  /** Of codes that were not used yet. */
  readonly recoveryCodeHashes: readonly string[];
  /** How they were made. Plain ones come from events of the first days. */
  readonly recoveryCodeHashing: RecoveryCodeHashing;
}

export interface Account {
  readonly id: string;
  readonly email: Sealed;
  readonly emailHash: string;
  readonly name: Sealed;
  /** Null for who has only ever signed in through a provider. */
  readonly passwordHash: Sealed | null;
  readonly locale: 'en' | 'fr';
  readonly isVerified: boolean;
  readonly isOperator: boolean;
  readonly secondFactor: SecondFactor | undefined;
  readonly identities: readonly { readonly provider: Provider; readonly subjectHash: string }[];
  readonly consents: Readonly<Record<string, string>>;
  /** Searches are kept for whoever did not say that they must not be. */
  readonly keepsSearches: boolean;
  /** Nobody enters it any more. */
  readonly isClosed: boolean;
}

/** Undefined before anybody registered. */
export type AccountState = Account | undefined;

export const accountStream = (id: string): string => `account-${id}`;

export function evolve(state: AccountState, event: AnyRecordedEvent): AccountState {
  const { type, data } = event;
  if (type === 'account.Registered.v1')
    return {
      id: data.accountId,
      email: data.email,
      emailHash: data.emailHash,
      name: data.name,
      passwordHash: data.passwordHash,
      locale: data.locale,
      isVerified: false,
      isOperator: false,
      secondFactor: undefined,
      identities: [],
      consents: {},
      keepsSearches: true,
      isClosed: false,
    };
  if (!state) return state;
  if (type === 'account.EmailVerified.v1') return { ...state, isVerified: true };
  if (type === 'account.PasswordChanged.v1') return { ...state, passwordHash: data.passwordHash };
  if (type === 'account.NameChanged.v1') return { ...state, name: data.name };
  if (type === 'account.OperatorAppointed.v1') return { ...state, isOperator: true };
  if (type === 'account.OperatorDismissed.v1') return { ...state, isOperator: false };
  if (type === 'account.Closed.v1' || type === 'account.Erased.v1') return { ...state, isClosed: true };
  if (type === 'account.ConsentGiven.v1' || type === 'account.ConsentWithdrawn.v1')
    return { ...state, ...agreed(state, data.purpose, 'textVersion' in data ? data.textVersion : undefined) };
  if (type === 'account.IdentityLinked.v1' || type === 'account.IdentityUnlinked.v1') {
    const others = state.identities.filter(({ subjectHash }) => subjectHash !== data.subjectHash);
    const { provider, subjectHash } = data;
    const isLinked = type === 'account.IdentityLinked.v1';
    return { ...state, identities: isLinked ? [...others, { provider, subjectHash }] : others };
  }
  return { ...state, secondFactor: evolveSecondFactor(state.secondFactor, event) };
}

function agreed(
  { consents, keepsSearches }: Account,
  purpose: string,
  textVersion: string | undefined,
): Pick<Account, 'consents' | 'keepsSearches'> {
  const { [purpose]: _before, ...others } = consents;
  return {
    consents: textVersion === undefined ? others : { ...others, [purpose]: textVersion },
    keepsSearches: purpose === 'search-history' ? textVersion !== undefined : keepsSearches,
  };
}

function evolveSecondFactor(
  state: SecondFactor | undefined,
  { type, data }: AnyRecordedEvent,
): SecondFactor | undefined {
  if (type === 'account.SecondFactorEnabled.v1')
    return {
      secret: data.secret,
      recoveryCodeHashes: data.recoveryCodeHashes,
      recoveryCodeHashing: data.recoveryCodesKeyedBy === undefined ? 'plain' : 'keyed',
    };
  if (type === 'account.SecondFactorDisabled.v1') return undefined;
  if (type !== 'account.RecoveryCodeUsed.v1' || !state) return state;
  return { ...state, recoveryCodeHashes: state.recoveryCodeHashes.filter((hash) => hash !== data.codeHash) };
}

/**
 * An event of an account. Its id follows from the request, so an append that was repeated because it was never answered is the
 * same event; from our own name of it, so that no client makes two requests one event.
 */
export function accountEvent<Type extends EventType & `account.${string}`>(
  type: Type,
  data: DataOf<Type>,
  asked: Asker,
  /** Tells events of the same kind and request apart. */
  which = '',
): AnyNewEvent {
  const id = uuidV5(`${asked.ownId ?? asked.requestId}|${type}|${data.accountId}|${which}`, NAMESPACE);
  const { requestId, actor, at, from } = asked;
  const by = { requestId, actor, at, ...(from === undefined ? {} : { from }) };
  return { id, type, data, metadata: metadataOfAsked(by, PRODUCER) } as AnyNewEvent;
}
