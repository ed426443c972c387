/** Runs one piece of work after another, in this tab. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Runs one piece of work of this name after another, in all tabs of this browser where it knows how to. */
export function inTurnAcrossTabs(name: string): <T>(work: () => Promise<T>) => Promise<T> {
  const here = inTurn();
  // Undefined outside secure contexts, whatever the types say.
  const locks = (navigator as { locks?: LockManager }).locks;
  if (!locks) return here;
  return <T>(work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      // Held until the work is over, whatever comes of it.
      void locks.request(name, () => work().then(resolve, reject));
    });
}
