import type { ProjectionStatus } from '../../following/runner/projections-status.js';

const HEAD = ['name', 'version', 'build', 'status', 'position', 'behind', 'events/s', 'rebuild'];
const BAR_CELLS = 20;

/** One line for each projection, columns aligned, each line with its end. */
export function projectionsTable(projections: readonly ProjectionStatus[]): string {
  const lines = [HEAD, ...projections.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map(
      (line) =>
        line
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd() + '\n',
    )
    .join('');
}

/** What is new of each projection since `before`, one line each; empty where nothing is. */
export function projectionNews(
  before: readonly ProjectionStatus[],
  now: readonly ProjectionStatus[],
): string {
  const said = new Set(before.map(sentenceOf));
  return now
    .map(sentenceOf)
    .filter((sentence) => !said.has(sentence))
    .map((sentence) => `${sentence}\n`)
    .join('');
}

/** `#########----------- 45.0 %, 12,000 events/s, 30 s left`. */
export function rebuildProgress({
  percent,
  eventsPerSecond,
  etaS,
}: NonNullable<ProjectionStatus['rebuild']>): string {
  const full = Math.floor((percent * BAR_CELLS) / 100);
  const left = etaS === null ? '' : `, ${durationOf(etaS)} left`;
  return `${'#'.repeat(full)}${'-'.repeat(BAR_CELLS - full)} ${percent.toFixed(1)} %, ${whole(eventsPerSecond)} events/s${left}`;
}

function cellsOf(projection: ProjectionStatus): string[] {
  const { rebuild } = projection;
  return [
    projection.name,
    String(projection.version),
    String(projection.build),
    withError(projection.status, projection.error),
    projection.position ?? '-',
    whole(projection.lag),
    whole(projection.eventsPerSecond),
    rebuild ? rebuildOf(rebuild) : '',
  ];
}

function sentenceOf(projection: ProjectionStatus): string {
  const { name, build, status, position, lag, eventsPerSecond, error, rebuild } = projection;
  const beside = rebuild ? `; rebuild ${rebuildOf(rebuild)}` : '';
  return `${name} (build ${build}): ${withError(status, error)} at ${position ?? '-'}, ${whole(lag)} behind, ${whole(eventsPerSecond)} events/s${beside}`;
}

const rebuildOf = (rebuild: NonNullable<ProjectionStatus['rebuild']>): string =>
  `build ${rebuild.build} ${withError(rebuild.status, rebuild.error)} ${rebuildProgress(rebuild)}`;

const withError = (status: string, error: string | undefined): string =>
  error === undefined ? status : `${status} (${error})`;

const whole = (value: number): string => Math.round(value).toLocaleString('en');

function durationOf(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}
