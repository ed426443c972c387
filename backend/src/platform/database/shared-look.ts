/**
 * One question to a store for all who ask at the same time: each gets an answer that was asked for after it asked, so nobody
 * gets one that is older than his question. Under load hundreds share one.
 */
export class SharedLook<Answer> {
  private running: Promise<Answer> | undefined;
  private next: Promise<Answer> | undefined;

  constructor(private readonly look: () => Promise<Answer>) {}

  answer(): Promise<Answer> {
    if (!this.running) return this.begin();
    // What runs may have looked before this question: the one after it is for all who come until then.
    this.next ??= this.running.then(
      () => this.begin(),
      () => this.begin(),
    );
    return this.next;
  }

  private begin(): Promise<Answer> {
    this.next = undefined;
    const running = this.look().finally(() => {
      if (this.running === running) this.running = undefined;
    });
    this.running = running;
    return running;
  }
}
