/** Digits of any script with at most two other signs between, and no digit before or after. */
const DIGITS = /(?<!\p{Nd})\p{Nd}(?:[^\p{Nd}\p{L}]{0,2}\p{Nd}){13,15}(?![^\p{Nd}\p{L}]{0,2}\p{Nd})/gu;
/**
 * Diners has 14 or 16 digits, American Express 15; Visa, Mastercard, Discover, JCB and UnionPay 16. Numbers of books and goods begin otherwise or
 * are shorter.
 */
const ISSUED = new RegExp(
  `^(?:${[
    String.raw`3(?:0[0-5]|[68]\d)\d{11}(?:\d\d)?`,
    String.raw`3[47]\d{13}`,
    String.raw`4\d{15}`,
    String.raw`5[1-5]\d{14}`,
    String.raw`2(?:2[2-9]|[3-6]\d|7[01])\d{13}`,
    String.raw`2720\d{12}`,
    String.raw`6(?:011|4[4-9]\d|5\d\d|2\d\d)\d{12}`,
    String.raw`35(?:2[89]|[3-8]\d)\d{12}`,
  ].join('|')})$`,
);
const SHORTEST = 14;

/**
 * Whether somewhere in the text stands what can only be a card number. They are never to come here (PCI DSS SAQ A): whoever types one into
 * a search or a name must not make us keep it.
 */
export function holdsCardNumber(text: string): boolean {
  if (text.length < SHORTEST) return false;
  for (const [found] of text.normalize('NFKC').matchAll(DIGITS)) {
    const digits = Array.from(found, valueOf).join('');
    if (ISSUED.test(digits) && isChecked(digits)) return true;
  }
  return false;
}

const DIGIT = /\p{Nd}/u;

/** Of a digit of whatever script; an empty text for any other sign. Unicode has the ten of each script side by side, from 0 on. */
function valueOf(sign: string): string {
  if (sign >= '0' && sign <= '9') return sign;
  if (!DIGIT.test(sign)) return '';
  const code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** Luhn's check, ISO/IEC 7812-1 annex B. */
function isChecked(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const weighed = i % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
