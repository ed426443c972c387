import { z } from 'zod';

/** A keyed or plain SHA-256, as 43 characters of base64url. */
export const digestSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
