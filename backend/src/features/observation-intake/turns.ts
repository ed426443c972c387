/** Work on the same things one after the other, in the order in which it came; work on other things goes on beside it. */
export class Turns {
  private readonly ends = new Map<string, Promise<void>>();

  /** @param names what the work is about; all of them are taken at the same moment, so nobody waits for each other */
  async take<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = names.flatMap((name) => this.ends.get(name) ?? []);
    const { promise: end, resolve } = Promise.withResolvers<void>();
    for (const name of names) this.ends.set(name, end);
    try {
      await Promise.all(before);
      return await work();
    } finally {
      for (const name of names) if (this.ends.get(name) === end) this.ends.delete(name);
      resolve();
    }
  }
}
