import type { Asker } from '../../../contracts/events/asked.js';
import type { Role } from '../../../contracts/values/role.js';

/** Who calls, found out before anything of the body is read. */
export interface Caller {
  /** A program calls with an API key. */
  readonly kind: 'person' | 'program';
  /** The person, or whose program it is. */
  readonly accountId: string;
  readonly workspaceId: string;
  /** In the workspace; undefined where they are no member (any more). */
  readonly role: Role | undefined;
  readonly isOperator: boolean;
  /** Appointed to run the platform, and waiting for a second factor until they may. */
  readonly lacksSecondFactor?: true;
  /** The session or the API key. */
  readonly credentialId: string;
}

/** What the gate asks of the features that know it. Each answers from what is stored, not from what a token says. */
export interface Sessions {
  /** Undefined where the session has ended, or its account is closed. */
  standingOf(
    sessionId: string,
  ): Promise<{ readonly isOperator: boolean; readonly hasSecondFactor: boolean } | undefined>;
}

export interface Members {
  /** Undefined where they are no member (any more). */
  roleOf(accountId: string, workspaceId: string): Promise<Role | undefined>;
  /** Workspaces of a person, the one that they joined first first. */
  workspacesOf(accountId: string): Promise<readonly string[]>;
  /**
   * Gives a new person a workspace of their own, by this id if one is given; repeating it changes nothing. Answers once reads find it.
   */
  welcome(accountId: string, name: string, asked: Asker, workspaceId?: string): Promise<void>;
}

export interface KnownApiKey {
  readonly workspaceId: string;
  readonly accountId: string;
  readonly secretHash: string;
  readonly scope: Role;
  /** ISO 8601; null: for ever. */
  readonly expiresAt: string | null;
}

export interface ApiKeys {
  /** Undefined for one that was never issued, or revoked. */
  find(keyId: string): Promise<KnownApiKey | undefined>;
  /** Remembers that it was used now; may lag. */
  used(keyId: string): void;
}

export interface Addresses {
  /** Whoever holds this account reads the mails of its address. Repeating it changes nothing. Answers once reads find it. */
  proved(accountId: string, emailHash: string, asked: Asker): Promise<void>;
}

export const SESSIONS = Symbol('sessions');
export const MEMBERS = Symbol('members');
export const API_KEYS = Symbol('api keys');
export const ADDRESSES = Symbol('addresses');
