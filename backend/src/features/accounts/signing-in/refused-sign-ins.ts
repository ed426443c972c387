import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../../../../contracts/events/asked.js';
import type { DataOf } from '../../../../contracts/events/catalogue.js';
import { Problem } from '../../../platform/http/problem.js';
import { networkOf } from '../../../platform/limits/network-of.js';
import type { Log } from '../../../platform/observability/log.js';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { LOG } from '../../../platform/tokens.js';
import type { Origin } from './session-opening.js';

export type Why = 'no-such-account' | 'wrong-password' | 'code-asked' | 'wrong-code' | 'too-many';

export interface Attempt {
  readonly how: DataOf<'account.SignedIn.v1'>['how'];
  readonly origin: Origin;
  readonly asked: Pick<Asker, 'requestId'>;
  /** Undefined where the address that was typed is nobody's, or was not looked up any more. */
  readonly accountId?: string | undefined;
}

/**
 * Tells the log of sign-ins that were refused, so that guessing can be seen. Never what was typed: strangers type the addresses of
 * others, and people type their password where the address goes.
 */
@Injectable()
export class RefusedSignIns {
  constructor(
    private readonly sealing: Sealing,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Equal for requests from one place, and of no use without the key ring. */
  placeOf({ address }: Origin): string {
    return this.sealing.fingerprint('network addresses', networkOf(address)).slice(0, 22);
  }

  tell(why: Why, { how, origin, asked, accountId }: Attempt): void {
    // Every sign-in with a second factor asks for the code once.
    this.log.write(why === 'code-asked' ? 'info' : 'warn', 'a sign-in was refused', {
      requestId: asked.requestId,
      why,
      how,
      from: this.placeOf(origin),
      ...(accountId === undefined ? {} : { accountId }),
    });
  }

  /** Tells where the step refuses; what it throws goes on. */
  async watch<Result>(step: Promise<Result>, why: Why, attempt: Attempt): Promise<Result> {
    try {
      return await step;
    } catch (error) {
      if (error instanceof Problem && error.status === 429) this.tell('too-many', attempt);
      else if (error instanceof Problem && error.status === 401) this.tell(why, attempt);
      throw error;
    }
  }
}
