/** Stripe tells moments in seconds since 1970; we in ISO 8601. */
export const instantOf = (seconds: number): string => new Date(seconds * 1_000).toISOString();

export const instantOrNull = (seconds: number | null | undefined): string | null =>
  seconds === null || seconds === undefined ? null : instantOf(seconds);
