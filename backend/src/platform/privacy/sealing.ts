import { createHmac } from 'node:crypto';
import type { Sealed } from '../../../contracts/values/sealed.js';
import type { KeyRing } from './key-ring.js';
import { closeBox, openBox } from './master-keys.js';

/** Stands where a text was that nobody can read any more. */
export const ERASED = 'erased person';

/** Turns personal texts into what events may hold, and back. */
export class Sealing {
  constructor(private readonly ring: KeyRing) {}

  /** @param subject the person (or workspace, or invitation) whose key seals it @throws SubjectErased */
  seal(subject: string, text: string): Sealed {
    const box = closeBox(this.ring.keyFor(subject), Buffer.from(text, 'utf8'), subject);
    return `sealed:1:${subject}:${box.toString('base64url')}` as Sealed;
  }

  /** Undefined where the key was destroyed. @throws Error where the text was altered */
  open(sealed: string): string | undefined {
    const [, , subject = '', box = ''] = sealed.split(':');
    const key = this.ring.keyOf(subject);
    return key && openBox(key, Buffer.from(box, 'base64url'), subject).toString('utf8');
  }

  openOrErased(sealed: string): string {
    return this.open(sealed) ?? ERASED;
  }

  /** The same for equal texts, and of no use to whoever does not have the key ring: to find something again by an address. */
  fingerprint(use: string, text: string): string {
    return createHmac('sha256', this.ring.secret(`fingerprint of ${use}`))
      .update(text)
      .digest('base64url');
  }
}
