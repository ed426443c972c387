import { v5 as uuidV5 } from 'uuid';
import { metadataOfAsked, type Asker } from '../../../contracts/events/asked.js';
import type { DataOf, EventType } from '../../../contracts/events/catalogue.js';
import type { Sealed } from '../../../contracts/values/sealed.js';
import type { AnyNewEvent, AnyRecordedEvent } from '../../../event-log/event-log.js';

const NAMESPACE = '5d0c3c1e-8a6f-4b51-9a54-0f3a7b9c2d18';
const PRODUCER = 'accounts/1';

export type Provider = 'google' | 'github';

export interface SecondFactor {
  readonly secret: Sealed;
  /** Of codes that were not used yet. */
  readonly recoveryCodeHashes: readonly string[];
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
  /** Nobody enters it any more. */
  readonly isClosed: boolean;
}

/** Undefined before anybody registered. */
export type AccountState = Account | undefined;

export const accountStream = (id: string): string => `account-${id}`;

export function evolve(state: AccountState, { type, data }: AnyRecordedEvent): AccountState {
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
      isClosed: false,
    };
  if (!state) return state;
  switch (type) {
    case 'account.EmailVerified.v1':
      return { ...state, isVerified: true };
    case 'account.PasswordChanged.v1':
      return { ...state, passwordHash: data.passwordHash };
    case 'account.NameChanged.v1':
      return { ...state, name: data.name };
    case 'account.IdentityLinked.v1':
      return { ...state, identities: [...state.identities, { provider: data.provider, subjectHash: data.subjectHash }] };
    case 'account.IdentityUnlinked.v1':
      return { ...state, identities: state.identities.filter(({ subjectHash }) => subjectHash !== data.subjectHash) };
    case 'account.SecondFactorEnabled.v1':
      return { ...state, secondFactor: { secret: data.secret, recoveryCodeHashes: data.recoveryCodeHashes } };
    case 'account.SecondFactorDisabled.v1':
      return { ...state, secondFactor: undefined };
    case 'account.RecoveryCodeUsed.v1':
      return state.secondFactor === undefined
        ? state
        : {
            ...state,
            secondFactor: {
              ...state.secondFactor,
              recoveryCodeHashes: state.secondFactor.recoveryCodeHashes.filter((hash) => hash !== data.codeHash),
            },
          };
    case 'account.ConsentGiven.v1':
      return { ...state, consents: { ...state.consents, [data.purpose]: data.textVersion } };
    case 'account.ConsentWithdrawn.v1': {
      const { [data.purpose]: _withdrawn, ...consents } = state.consents;
      return { ...state, consents };
    }
    case 'account.OperatorAppointed.v1':
      return { ...state, isOperator: true };
    case 'account.OperatorDismissed.v1':
      return { ...state, isOperator: false };
    case 'account.Closed.v1':
    case 'account.Erased.v1':
      return { ...state, isClosed: true };
    default:
      return state;
  }
}

/**
 * An event of an account. Its id follows from the request, so an append that was repeated because it was never answered is the
 * same event.
 */
export function accountEvent<Type extends EventType & `account.${string}`>(
  type: Type,
  data: DataOf<Type>,
  asked: Asker,
  /** Tells events of the same kind and request apart. */
  which = '',
): AnyNewEvent {
  const id = uuidV5(`${asked.requestId}|${type}|${data.accountId}|${which}`, NAMESPACE);
  const { requestId, actor, at, from } = asked;
  const by = { requestId, actor, at, ...(from === undefined ? {} : { from }) };
  return { id, type, data, metadata: metadataOfAsked(by, PRODUCER) } as AnyNewEvent;
}
