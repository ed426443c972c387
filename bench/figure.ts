/** One measured figure beside the yardstick of the same run. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured against, and that one's value in the same unit. */
  readonly yardstick?: string;
  readonly yardstickValue?: number;
  /** What we want: of the value itself, or of its ratio to the yardstick. */
  readonly target?: Target;
}

export interface Target {
  readonly of: 'value' | 'ratio';
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What is compared with the target: the value, or how many times the yardstick it is; undefined where there is none. */
export function measuredFor({ value, yardstickValue, target }: Figure): number | undefined {
  if (!target) return undefined;
  if (target.of === 'value') return value;
  return yardstickValue === undefined ? undefined : value / yardstickValue;
}

export function isMet(figure: Figure): boolean {
  const measured = measuredFor(figure);
  if (measured === undefined) return true;
  const { atLeast = -Infinity, atMost = Infinity } = figure.target ?? {};
  return measured >= atLeast && measured <= atMost;
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
