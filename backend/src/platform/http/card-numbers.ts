/** Digits as a card shows them, with blanks or dashes between, and no digit before or after. */
const DIGITS = /(?<!\d)\d(?:[ -]?\d){14,15}(?![ -]?\d)/g;
/** American Express has 15 digits; Visa, Mastercard, Discover and JCB 16. Numbers of books and goods begin otherwise or are shorter. */
const ISSUED =
  /^(?:3[47]\d{13}|4\d{15}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01]|720)\d{12,13}|6(?:011|4[4-9]\d|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12})$/;

/**
 * Whether somewhere in the text stands what can only be a card number. They are never to come here (PCI DSS SAQ A): whoever types one into
 * a search or a name must not make us keep it.
 */
export function holdsCardNumber(text: string): boolean {
  if (text.length < 15) return false;
  for (const [found] of text.matchAll(DIGITS)) {
    const digits = found.replaceAll(/[ -]/g, '');
    if (ISSUED.test(digits) && isChecked(digits)) return true;
  }
  return false;
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
