import { Secret, TOTP } from 'otpauth';

/** RFC 6238 with what every authenticator app takes: SHA-1, six digits, thirty seconds. */
const PERIOD_S = 30;
const DIGITS = 6;
/** A clock may be half a minute off, and typing takes time. */
const STEPS_OFF = 1;
const SECRET_BYTES = 20;
const ISSUER = 'Digitallz Keywords';

const authenticatorOf = (secret: string, label?: string): TOTP =>
  new TOTP({
    issuer: ISSUER,
    ...(label === undefined ? {} : { label }),
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: PERIOD_S,
    algorithm: 'SHA1',
  });

/** A new secret, in base32. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator app reads from the QR code. */
export const totpUri = (secret: string, label: string): string => authenticatorOf(secret, label).toString();

/** The time step whose code this is; undefined where it is none of those around now. */
export function matchingStep(secret: string, code: string, nowMs: number): number | undefined {
  const digits = code.replaceAll(' ', '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = authenticatorOf(secret).validate({ token: digits, timestamp: nowMs, window: STEPS_OFF });
  return delta === null ? undefined : Math.floor(nowMs / 1_000 / PERIOD_S) + delta;
}
