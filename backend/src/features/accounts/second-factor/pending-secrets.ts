import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Sealing } from '../../../platform/privacy/sealing.js';
import { REDIS } from '../../../platform/tokens.js';

const LIFE_S = 600;
const keyOf = (accountId: string): string => `second-factor:pending:${accountId}`;

/** Secrets that were shown to their owner and not yet proved to be in an authenticator: no fact, so no event. */
@Injectable()
export class PendingSecrets {
  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    private readonly sealing: Sealing,
  ) {}

  /** Takes the place of one that was shown before. */
  async keep(accountId: string, secret: string): Promise<void> {
    await this.redis.set(keyOf(accountId), this.sealing.seal(accountId, secret), 'EX', LIFE_S);
  }

  async find(accountId: string): Promise<string | undefined> {
    const sealed = await this.redis.get(keyOf(accountId));
    return sealed === null ? undefined : this.sealing.open(sealed);
  }

  async forget(accountId: string): Promise<void> {
    await this.redis.del(keyOf(accountId));
  }
}
