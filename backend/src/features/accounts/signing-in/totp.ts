import { Secret, TOTP } from 'otpauth';

/** RFC 6238 with what every authenticator app takes: SHA-1, six digits, thirty seconds. */
const PERIOD_S = 30;
const DIGITS = 6;
export const STEPS_OF_A_DAY = (24 * 3_600) / PERIOD_S;
/** A clock may be half a minute off, and typing takes time. */
const STEPS_OFF = 1;
const SECRET_BYTES = 20;
const ISSUER = 'Digitallz Keywords';

const authenticatorOf = (secret: string, digits: number, label?: string): TOTP =>
  new TOTP({
    issuer: ISSUER,
    ...(label === undefined ? {} : { label }),
    secret: Secret.fromBase32(secret),
    digits,
    period: PERIOD_S,
    algorithm: 'SHA1',
  });

/** A new secret, in base32. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator app reads from the QR code. */
export const totpUri = (secret: string, label: string): string =>
  authenticatorOf(secret, DIGITS, label).toString();

/** The time step whose code this is; undefined where it is none of those around now. @param digits other than six in the vectors of the RFC alone */
export function matchingStep(
  secret: string,
  code: string,
  nowMs: number,
  digits = DIGITS,
): number | undefined {
  const token = code.replaceAll(' ', '');
  if (token.length !== digits || !/^[0-9]+$/.test(token)) return undefined;
  const delta = authenticatorOf(secret, digits).validate({ token, timestamp: nowMs, window: STEPS_OFF });
  return delta === null ? undefined : Math.floor(nowMs / 1_000 / PERIOD_S) + delta;
}
