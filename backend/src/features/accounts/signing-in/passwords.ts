import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Hashes at once: each takes 19 MiB and a core for some 20 ms, and a flood of sign-ins must not take all of either. */
const AT_ONCE = 4;

/** argon2id, with as much work for an account that there is not as for one with another password. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private stranger: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /** @param known undefined where there is no such account or no password: takes as long, and says no */
  async isRight(password: string, known: string | undefined): Promise<boolean> {
    this.stranger ??= this.hash('nobody has this password');
    const against = known ?? (await this.stranger);
    const isRight = await this.inTurn(() => verify(against, password));
    return isRight && known !== undefined;
  }

  private async inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.running >= AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}
