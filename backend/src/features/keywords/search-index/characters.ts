/** What this PostgreSQL takes a character for, which hangs on its locale. */
export interface Character {
  readonly character: string;
  /** Letters and digits; whatever else parts words. */
  readonly isWord: boolean;
  readonly lower: string;
}

/** What the server says about each of these characters. */
export const ASK_CHARACTERS = `
  select c as character, public.show_trgm(c) <> '{}' as "isWord", lower(c) as lower
    from unnest($1::text[]) as c`;

/** Remembers what the server takes characters for; there are some hundreds of them in a million keywords. */
export class Characters {
  private readonly known = new Map<string, Character>();

  /** Those of a text that the server was not asked about yet. */
  unknownIn(text: string, unknown = new Set<string>()): Set<string> {
    for (const character of text) if (!this.known.has(character)) unknown.add(character);
    return unknown;
  }

  learn(characters: readonly Character[]): void {
    for (const character of characters) this.known.set(character.character, character);
  }

  /** The words of a text as pg_trgm sees them, in lower case. All its characters must be known. */
  wordsOf(text: string): string[] {
    const words: string[] = [];
    let word = '';
    for (const character of text) {
      const known = this.known.get(character);
      if (known?.isWord) {
        word += known.lower;
        continue;
      }
      if (word !== '') words.push(word);
      word = '';
    }
    if (word !== '') words.push(word);
    return words;
  }
}
