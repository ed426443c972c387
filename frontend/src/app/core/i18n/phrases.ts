/** A number with what it counts: "1 keyword", "2,000 keywords". */
export const enPlural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** In French, zero and one are singular. */
export const frPlural = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('fr')} ${n < 2 ? one : many}`;

/** A keyword of another direction keeps its quotation marks around it: it stands in a bidirectional isolate. */
export const enQuoted = (text: string): string => `“\u2068${text}\u2069”`;

/** As in English, and the quotation marks stay on the line of what they hold. */
export const frQuoted = (text: string): string => `«\u00a0\u2068${text}\u2069\u00a0»`;
