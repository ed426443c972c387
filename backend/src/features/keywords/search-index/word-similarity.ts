/**
 * Whether pg_trgm's `word_similarity` of a text and a keyword is at least a half, by its own steps
 * (`iterate_word_similarity` in contrib/pg_trgm/trgm_op.c): the greatest share of trigrams in common with the text among the
 * stretches of the keyword that its steps look at. They do not look at all of them, so a plainer rule would answer otherwise.
 *
 * @param wanted how many different trigrams the text has
 * @param sequence the keyword's trigrams in order: equal numbers for equal ones
 * @param isWanted by these numbers, whether the text has the trigram
 * @param last scratch room, as long as these numbers are great
 */
export function isSimilar(
  wanted: number,
  sequence: readonly number[],
  isWanted: readonly boolean[],
  last: Int32Array,
): boolean {
  for (const trigram of sequence) last[trigram] = -1;
  let lower = -1;
  let different = 0;
  let shared = 0;
  for (let i = 0; i < sequence.length; i += 1) {
    const trigram = sequence[i] ?? 0;
    const found = isWanted[trigram] === true;
    if (lower >= 0 || found) {
      if ((last[trigram] ?? -1) < 0) {
        different += 1;
        if (found) shared += 1;
      }
      last[trigram] = i;
    }
    if (!found) continue;
    const upper = i;
    if (lower === -1) {
      lower = i;
      different = 1;
    }
    let bestShared = shared;
    let bestDifferent = different;
    const lowerBefore = lower;
    let triedShared = shared;
    let triedDifferent = different;
    for (let tried = lowerBefore; tried <= upper; tried += 1) {
      // Shares a / b > c / d, without rounding.
      const all = wanted + triedDifferent - triedShared;
      const bestAll = wanted + bestDifferent - bestShared;
      if (triedShared * bestAll > bestShared * all) {
        bestShared = triedShared;
        bestDifferent = triedDifferent;
        different = triedDifferent;
        lower = tried;
        shared = triedShared;
      }
      if (bestShared * 2 >= wanted + bestDifferent - bestShared) return true;
      const left = sequence[tried] ?? 0;
      if (last[left] === tried) {
        triedDifferent -= 1;
        if (isWanted[left] === true) triedShared -= 1;
      }
    }
    for (let left = lowerBefore; left < lower; left += 1) {
      const trigram = sequence[left] ?? 0;
      if (last[trigram] === left) last[trigram] = -1;
    }
  }
  return false;
}
