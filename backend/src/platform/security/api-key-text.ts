import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const PREFIX = 'dk_';
const SHAPE = /^dk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;
const SECRET_BYTES = 32;

/** A key as it is shown once: `dk_<id>_<secret>`; we keep the id and a digest of the secret, which is too long to be guessed from it. */
export function newApiKey(keyId: string): { readonly text: string; readonly secretHash: string } {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { text: `${PREFIX}${keyId.replaceAll('-', '')}_${secret}`, secretHash: digestOf(secret) };
}

export const looksLikeApiKey = (token: string): boolean => token.startsWith(PREFIX);

export function readApiKey(text: string): { readonly keyId: string; readonly secret: string } | undefined {
  const [, hex = '', secret = ''] = SHAPE.exec(text) ?? [];
  if (hex === '') return undefined;
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return { keyId: parts.join('-'), secret };
}

export const isSecretOf = (secret: string, secretHash: string): boolean =>
  timingSafeEqual(Buffer.from(digestOf(secret)), Buffer.from(secretHash));

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
