import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { KeyRing } from '../../../platform/privacy/key-ring.js';
import { closeBox, openBox } from '../../../platform/privacy/master-keys.js';
import { CLOCK, REDIS, type Clock } from '../../../platform/tokens.js';

const contentSchema = z.strictObject({ until: z.number(), what: z.unknown() });

/**
 * What a browser carries for us for some minutes and can neither read nor change, so that no server keeps a session for somebody who is
 * not signed in yet.
 */
@Injectable()
export class ShortLivedBoxes {
  constructor(
    private readonly ring: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  /** @param use a box for one use cannot be opened for another */
  close(use: string, what: unknown, lifeS: number): string {
    const content = JSON.stringify({ until: this.clock() + lifeS * 1_000, what });
    return closeBox(this.key(), Buffer.from(content), use).toString('base64url');
  }

  /** Undefined for what is too old, was made for another use or by another release, or not by us. */
  open<What>(use: string, box: string, schema: z.ZodType<What>): What | undefined {
    const content = this.contentOf(use, box);
    if (content === undefined || content.until <= this.clock()) return undefined;
    return schema.safeParse(content.what).data;
  }

  /** True for the first who asks, in any process. */
  async isFirstUse(use: string, id: string, lifeS: number): Promise<boolean> {
    return (await this.redis.set(`used:${use}:${id}`, '1', 'EX', lifeS, 'NX')) === 'OK';
  }

  private contentOf(use: string, box: string): z.output<typeof contentSchema> | undefined {
    try {
      const text = openBox(this.key(), Buffer.from(box, 'base64url'), use).toString('utf8');
      return contentSchema.parse(JSON.parse(text));
    } catch {
      // Altered, cut, or of another installation.
      return undefined;
    }
  }

  private key(): Buffer {
    return this.ring.secret('short-lived boxes');
  }
}
