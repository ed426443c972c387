import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Asker } from '../../../contracts/events/asked.js';
import type { Config } from '../../platform/config/config.js';
import { FreshReads } from '../../platform/database/fresh-reads.js';
import type { Log } from '../../platform/observability/log.js';
import { Sealing } from '../../platform/privacy/sealing.js';
import { MEMBERS, type Members } from '../../platform/security/caller.js';
import { StartUp } from '../../platform/start-up.js';
import { CLOCK, CONFIG, LOG, type Clock } from '../../platform/tokens.js';
import { DEMO_WORKSPACE } from '../../platform/workspace.js';
import { accountEvent } from './account.decider.js';
import { Accounts } from './accounts.js';
import { ACCOUNTS } from './accounts.projection.js';
import { Passwords } from './signing-in/passwords.js';

const TRY_AGAIN_MS = 500;

/** The account that the start block prints: owner of the demo workspace and operator of the platform. */
@Injectable()
export class DemoAccount implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private making: Promise<void> = Promise.resolve();

  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sealing: Sealing,
    private readonly fresh: FreshReads,
    private readonly startUp: StartUp,
    @Inject(MEMBERS) private readonly members: Members,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DEMO_EMAIL' | 'DEMO_PASSWORD'>,
    @Inject(LOG) private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const { DEMO_EMAIL: email, DEMO_PASSWORD: password } = this.config;
    if (email !== undefined && password !== undefined) this.making = this.untilMade(email, password);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.making;
  }

  /** Stores may still be starting. */
  private async untilMade(email: string, password: string): Promise<void> {
    const done = this.startUp.begin('the demo account is being made');
    const { signal } = this.stopping;
    while (!signal.aborted)
      try {
        await this.make(email, password);
        done();
        return;
      } catch (error) {
        this.log.write('warn', 'the demo account could not be made yet', { error });
        await pause(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
      }
  }

  /** Making it again changes nothing but the password, where another one is configured. */
  private async make(email: string, password: string): Promise<void> {
    const asked: Asker = {
      requestId: randomUUID(),
      actor: 'start-up',
      at: new Date(this.clock()).toISOString(),
    };
    const emailHash = this.accounts.fingerprintOf(email);
    const accountId = await this.accounts.reserve(emailHash, asked);
    const account = await this.accounts.byId(accountId);
    const known = account?.passwordHash ? this.sealing.open(account.passwordHash) : undefined;
    const hasPassword = known !== undefined && (await this.passwords.isRight(password, known));
    const seal = (text: string) => this.sealing.seal(accountId, text);
    const passwordHash = hasPassword ? undefined : seal(await this.passwords.hash(password));
    const { position } = await this.accounts.decide(accountId, (state) => {
      if (!state && passwordHash !== undefined)
        return [
          accountEvent(
            'account.Registered.v1',
            {
              accountId,
              emailHash,
              email: seal(email),
              name: seal('Demo'),
              passwordHash,
              how: 'demo',
              locale: 'en',
            },
            asked,
          ),
          accountEvent('account.EmailVerified.v1', { accountId, emailHash }, asked),
          accountEvent('account.OperatorAppointed.v1', { accountId }, asked),
        ];
      if (passwordHash === undefined) return [];
      return [accountEvent('account.PasswordChanged.v1', { accountId, passwordHash, how: 'changed' }, asked)];
    });
    await this.members.welcome(accountId, 'Demo', asked, DEMO_WORKSPACE);
    await this.fresh.waitFor(ACCOUNTS, String(position ?? 0n));
  }
}
