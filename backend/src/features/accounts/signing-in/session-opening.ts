import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../../../../contracts/events/asked.js';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import { Problem } from '../../../platform/http/problem.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { MEMBERS, type Members } from '../../../platform/security/caller.js';
import { accountEvent, type Account } from '../account.decider.js';
import { Accounts } from '../accounts.js';
import { SessionStore, type OpenedSession } from '../sessions/session-store.js';

type SignedIn = DataOf<'account.SignedIn.v1'>;

/** Where a request comes from. */
export interface Origin {
  readonly address: string;
  /** What the browser says it is. */
  readonly userAgent: string;
}

export interface Proof extends Pick<SignedIn, 'how' | 'secondFactor'> {
  readonly origin: Origin;
}

/** The last step of every way to sign in: somebody who proved who they are gets a session. */
@Injectable()
export class SessionOpening {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: SessionStore,
    private readonly sealing: Sealing,
    @Inject(MEMBERS) private readonly members: Members,
  ) {}

  /** @throws Problem 401 where the account was closed meanwhile, 503 where its workspace is still being made */
  async open({ id }: Account, { how, secondFactor, origin }: Proof, asked: Asker): Promise<OpenedSession> {
    const [last, member] = await Promise.all([
      this.sessions.lastWorkspace(id),
      this.members.workspacesOf(id),
    ]);
    const workspaceId = member.find((one) => one === last) ?? member[0];
    if (workspaceId === undefined)
      throw new Problem('unavailable', 'Your workspace is being made. Try again in a moment.');
    const device = this.sealing.seal(id, JSON.stringify(origin));
    const sessionId = randomUUID();
    const signedIn = accountEvent(
      'account.SignedIn.v1',
      { accountId: id, sessionId, how, secondFactor, device },
      { ...asked, actor: id },
      sessionId,
    );
    await this.accounts.decide(id, (state) => {
      if (!state || state.isClosed) throw new Problem('sign-in-needed', 'This account is closed.');
      return [signedIn];
    });
    return this.sessions.open(id, workspaceId, device, sessionId);
  }
}
