import { grown } from './grown.js';

const NO_BYTES = Buffer.alloc(0);

/**
 * Texts by number, all in one piece of memory as UTF-8, in whose order of bytes they compare: that of code points. A million strings
 * would be a million things that the garbage collector visits again and again.
 */
export class TextColumn {
  private bytes = NO_BYTES;
  private starts = new Uint32Array(1);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Number of the text. */
  add(text: string): number {
    const number = this.count++;
    const start = this.start(number);
    const end = start + Buffer.byteLength(text);
    if (end > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.ceil(end * 1.25) + 1_024);
      this.bytes.copy(larger, 0, 0, start);
      this.bytes = larger;
    }
    this.bytes.write(text, start);
    this.starts = grown(this.starts, this.count + 1);
    this.starts[this.count] = end;
    return number;
  }

  text(number: number): string {
    return this.bytes.toString('utf8', this.start(number), this.start(number + 1));
  }

  bytesOf(number: number): number {
    return this.start(number + 1) - this.start(number);
  }

  /** Below 0 where text number `a` comes first. */
  compare(a: number, b: number): number {
    return this.bytes.compare(this.bytes, this.start(b), this.start(b + 1), this.start(a), this.start(a + 1));
  }

  /** Below 0 where the text comes before `other`. */
  compareWith(number: number, other: Buffer): number {
    return this.bytes.compare(other, 0, other.length, this.start(number), this.start(number + 1));
  }

  /** Below 0 where the text comes before all that begin with `start`, 0 where it begins with it. */
  compareStart(number: number, start: Buffer): number {
    const from = this.start(number);
    const to = Math.min(from + start.length, this.start(number + 1));
    return this.bytes.compare(start, 0, start.length, from, to);
  }

  private start(number: number): number {
    return this.starts[number] ?? 0;
  }
}
