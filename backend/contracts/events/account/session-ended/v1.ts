import { z } from 'zod';

/** A device is signed out. */
export const sessionEndedV1 = z.strictObject({
  accountId: z.uuid(),
  sessionId: z.uuid(),
  why: z.enum([
    'signed-out',
    'ended-by-owner',
    'ended-by-operator',
    'token-reused',
    'password-changed',
    'closed',
  ]),
});
