/** `amount` × part / whole, rounded half up to a minor unit. The part is limited to the whole. */
export function share(amount: number, part: number, whole: number): number {
  if (whole <= 0) return 0;
  const limited = Math.min(Math.max(part, 0), whole);
  const [value, numerator, denominator] = [BigInt(Math.abs(amount)), BigInt(limited), BigInt(whole)];
  const rounded = Number((2n * value * numerator + denominator) / (2n * denominator));
  return amount < 0 ? 0 - rounded : rounded;
}
