/** Yes or no for each word, asked at most once; the room is used again for the next question without being cleared. */
export class WordMarks {
  private marks = new Uint32Array(0);
  private yes = 0;
  private ask: (word: number) => boolean = () => false;

  /** A new question: `ask` answers it for a word. */
  begin(words: number, ask: (word: number) => boolean): void {
    if (words > this.marks.length || this.yes > 0xfffffff0) {
      this.marks = new Uint32Array(Math.ceil(words * 1.25));
      this.yes = 0;
    }
    this.yes += 2;
    this.ask = ask;
  }

  has(word: number): boolean {
    const mark = this.marks[word];
    if (mark === this.yes) return true;
    if (mark === this.yes + 1) return false;
    const answer = this.ask(word);
    this.marks[word] = answer ? this.yes : this.yes + 1;
    return answer;
  }
}
