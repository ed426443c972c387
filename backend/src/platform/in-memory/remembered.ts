interface Kept<Value> {
  readonly value: Promise<Value>;
  readonly until: number;
}

/** Answers that stay good for a moment, so that many requests at once ask one question. Failures are not remembered. */
export class Remembered<Value> {
  private readonly kept = new Map<string, Kept<Value>>();

  constructor(
    private readonly forMs: number,
    private readonly most: number,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  get(key: string, ask: () => Promise<Value>): Promise<Value> {
    const known = this.kept.get(key);
    if (known && known.until > this.clock()) return known.value;
    const value = ask();
    if (this.kept.size >= this.most) this.kept.clear();
    this.kept.set(key, { value, until: this.clock() + this.forMs });
    value.catch(() => this.kept.delete(key));
    return value;
  }

  forget(key: string): void {
    this.kept.delete(key);
  }
}
