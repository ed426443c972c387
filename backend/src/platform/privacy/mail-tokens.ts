import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

const SHAPE = /^([a-z-]+)\.([0-9a-f-]{36})\.([0-9a-z]{6,9})\.([A-Za-z0-9_-]{43})$/;

export type MailPurpose = 'verify-email' | 'reset-password' | 'invitation';

/**
 * Links that are sent by mail, proved by a keyed digest and stored nowhere. `context` is something that changes once the link was used
 * (the password that is to be replaced), so each works once.
 */
export class MailTokens {
  constructor(
    private readonly ring: KeyRing,
    private readonly clock: () => number = Date.now,
  ) {}

  issue(purpose: MailPurpose, subject: string, context: string, lifeMs: number): string {
    const until = Math.floor((this.clock() + lifeMs) / 1_000).toString(36);
    return `${purpose}.${subject}.${until}.${this.mac(purpose, subject, until, context)}`;
  }

  /** Whom a token says that it is for. It proves nothing before `isGood`. */
  subjectOf(token: string, purpose: MailPurpose): string | undefined {
    const [, named, subject] = SHAPE.exec(token) ?? [];
    return named === purpose ? subject : undefined;
  }

  isGood(token: string, purpose: MailPurpose, context: string): boolean {
    return (this.endOf(token, purpose, context) ?? -Infinity) > this.clock();
  }

  /** It was good, and came too late. */
  isOver(token: string, purpose: MailPurpose, context: string): boolean {
    return (this.endOf(token, purpose, context) ?? Infinity) <= this.clock();
  }

  /** Undefined for what was never issued. */
  private endOf(token: string, purpose: MailPurpose, context: string): number | undefined {
    const [, named = '', subject = '', until = '', mac = ''] = SHAPE.exec(token) ?? [];
    if (named !== purpose) return undefined;
    const wanted = this.mac(purpose, subject, until, context);
    return timingSafeEqual(Buffer.from(mac), Buffer.from(wanted))
      ? Number.parseInt(until, 36) * 1_000
      : undefined;
  }

  private mac(...parts: readonly string[]): string {
    return createHmac('sha256', this.ring.secret('mail links'))
      .update(JSON.stringify(parts))
      .digest('base64url');
  }
}
