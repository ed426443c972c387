import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the time in a signature may be from ours, either way: 300 is accepted, 301 is not. */
export const TOLERANCE_S = 300;

/** The whole header and nothing more: the time once and first, then signatures by scheme, such as `t=1795426200,v1=5257…,v0=6ffb…`. */
const HEADER = /^t=([1-9][0-9]{0,11})((?:,v[0-9]+=[0-9A-Za-z]+)+)$/;
const SIGNATURE = /^v1=([0-9a-f]{64})$/;

export type Verdict =
  | { readonly isOurs: true }
  | {
      readonly isOurs: false;
      readonly why: 'no-signature' | 'malformed' | 'too-old' | 'too-new' | 'wrong-signature';
    };

/**
 * Whether Stripe signed exactly these bytes, a moment ago.
 *
 * By hand, although the official package has `Webhooks.signature.verifyHeader`, because that accepts more than was signed: times that lie
 * in the future; headers with a changed time (it reads `t=1795426200x` as 1795426200); and changed bodies, for it decodes the bytes
 * first, so that a byte order mark before them and any bytes that are no UTF-8 in place of U+FFFD go unseen. Its specs hold both side
 * by side.
 * @param body the bytes as they came
 * @param header `Stripe-Signature`
 * @param secrets all that are valid now: while one is replaced there are two
 * @param nowS seconds since 1970
 */
export function verifySignature(
  body: Uint8Array,
  header: string | undefined,
  secrets: readonly string[],
  nowS: number,
): Verdict {
  if (header === undefined || header === '') return refused('no-signature');
  const [, time = '', signatures = ''] = HEADER.exec(header) ?? [];
  if (time === '') return refused('malformed');
  const given = signatures
    .split(',')
    .flatMap((signature) => SIGNATURE.exec(signature)?.[1] ?? [])
    .map((hex) => Buffer.from(hex, 'hex'));
  // Before the time is judged, so that nobody without a secret learns what our clock says.
  const isSigned = secrets
    .filter((secret) => secret !== '')
    .map((secret) => createHmac('sha256', secret).update(`${time}.`).update(body).digest())
    .map((expected) => given.filter((signature) => timingSafeEqual(signature, expected)).length > 0)
    .includes(true);
  if (!isSigned) return refused('wrong-signature');
  const ageS = Math.floor(nowS) - Number(time);
  if (ageS > TOLERANCE_S) return refused('too-old');
  if (ageS < -TOLERANCE_S) return refused('too-new');
  return { isOurs: true };
}

const refused = (why: Exclude<Verdict, { isOurs: true }>['why']): Verdict => ({ isOurs: false, why });
