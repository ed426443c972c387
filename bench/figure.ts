/** One measured figure beside the yardstick of the same run. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured against, and that one's value in the same unit. */
  readonly yardstick?: string;
  readonly yardstickValue?: number;
}

export interface Benchmark {
  readonly name: string;
  run(say: (line: string) => void): Promise<Figure[]>;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

export function percentile(values: readonly number[], percent: number): number {
  if (values.length === 0) throw new Error('no values');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}

/** Things done a second while `work` ran. */
export async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return count / ((performance.now() - startedAt) / 1000);
}

/** Several things in turn, each so many times, so that the machine's moods fall on all of them alike. */
export async function interleaved<Name extends string>(
  rounds: number,
  contestants: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const measured = Object.fromEntries(
    Object.keys(contestants).map((name) => [name, [] as number[]]),
  ) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1)
    for (const name of Object.keys(contestants) as Name[]) measured[name].push(await contestants[name]());
  return Object.fromEntries(
    (Object.keys(contestants) as Name[]).map((name) => [name, median(measured[name])]),
  ) as Record<Name, number>;
}
