import { describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import { matchingStep, newTotpSecret, totpUri } from './totp.js';

// RFC 6238, appendix B: the rows for SHA-1.
const SECRET = Secret.fromLatin1('12345678901234567890').base32;
const VECTORS = [
  [59, '94287082', 0x1],
  [1_111_111_109, '07081804', 0x23523ec],
  [1_111_111_111, '14050471', 0x23523ed],
  [1_234_567_890, '89005924', 0x273ef07],
  [2_000_000_000, '69279037', 0x3f940aa],
  [20_000_000_000, '65353130', 0x27bc86aa],
] as const;

describe('RFC 6238 vectors', () => {
  it.each(VECTORS)('at %d s the code is %s, of time step %d', (atS, code, step) => {
    expect(matchingStep(SECRET, code, atS * 1_000, 8)).toBe(step);
    // The last six digits are what an authenticator of six shows.
    expect(matchingStep(SECRET, code.slice(2), atS * 1_000)).toBe(step);
  });

  it('are good one step before and after, and no longer', () => {
    const isGoodAt = (atS: number) => matchingStep(SECRET, '94287082', atS * 1_000, 8) === 1;
    expect([0, 29, 30, 89, 90].map(isGoodAt)).toEqual([true, true, true, true, false]);
  });

  it.each(['', '94287083', '9428708', '942870820', '-1', '９４２８７０８２', '94287082\n'])(
    '%j is no code',
    (code) => {
      expect(matchingStep(SECRET, code, 59_000, 8)).toBeUndefined();
    },
  );
});

describe('a new secret', () => {
  it('has the 160 bits that the RFC asks for, and is named in the address of the QR code', () => {
    const secret = newTotpSecret();
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    const uri = new URL(totpUri(secret, 'anna@example.com'));
    expect(decodeURIComponent(uri.pathname)).toBe('/Digitallz Keywords:anna@example.com');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Digitallz Keywords',
      secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
