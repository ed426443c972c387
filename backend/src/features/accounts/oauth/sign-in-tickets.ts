import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ReservedIdentity } from './external-identities.js';
import { ShortLivedBoxes } from './short-lived-boxes.js';

const USE = 'oauth ticket';
const LIFE_S = 300;

const ticketSchema = z.strictObject({
  id: z.string(),
  accountId: z.string(),
  provider: z.enum(['google', 'github']),
  subjectHash: z.string(),
});
export type SignInTicket = z.output<typeof ticketSchema>;

/** Says that a provider has vouched for somebody, of whom a code is still wanted. Good for one sign-in. */
@Injectable()
export class SignInTickets {
  constructor(private readonly boxes: ShortLivedBoxes) {}

  issue(accountId: string, { provider, subjectHash }: ReservedIdentity): string {
    return this.boxes.close(
      USE,
      { id: randomUUID(), accountId, provider, subjectHash } satisfies SignInTicket,
      LIFE_S,
    );
  }

  open(ticket: string): SignInTicket | undefined {
    return this.boxes.open(USE, ticket, ticketSchema);
  }

  isFirstUse({ id }: SignInTicket): Promise<boolean> {
    return this.boxes.isFirstUse('oauth-ticket', id, LIFE_S);
  }
}
