/** Microseconds since 1970 of a moment as cursors hold it, with six digits of a second: `2026-03-14T09:30:00.123456Z`. */
export function microsecondsOf(moment: string): number {
  const toTheMillisecond = 'YYYY-MM-DDTHH:MM:SS.mmm'.length;
  const milliseconds = Date.parse(`${moment.slice(0, toTheMillisecond)}Z`);
  return milliseconds * 1_000 + Number(moment.slice(toTheMillisecond, toTheMillisecond + 3));
}

/** The other way round. */
export function momentOf(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / 1_000);
  const rest = String(microseconds - milliseconds * 1_000).padStart(3, '0');
  return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`);
}
