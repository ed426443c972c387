import { setTimeout as pause } from 'node:timers/promises';
import type { ProjectionStatus } from '../../following/runner/projections-status.js';
import { projectionNews, projectionsTable, rebuildProgress } from './projections-table.js';

const LOOK_EVERY_MS = 1_000;

export interface Watching {
  readonly ask: () => Promise<readonly ProjectionStatus[]>;
  readonly write: (text: string) => void;
  /** A screen is drawn over; a file or a pipe gets a line for each change. */
  readonly isScreen: boolean;
  /** Width of the screen now: a line that it would break in two could not be drawn over. */
  readonly columns?: () => number;
  /** Ends the watching, and nothing else. */
  readonly signal: AbortSignal;
  readonly everyMs?: number;
}

/** Shows every projection until the signal comes. */
export async function watchProjections(watching: Watching): Promise<void> {
  const { ask, write, isScreen, signal, columns = () => Infinity } = watching;
  let before: readonly ProjectionStatus[] = [];
  let drawn = '';
  while (!signal.aborted) {
    const now = await ask();
    if (isScreen) {
      const table = projectionsTable(now).replaceAll(/.+/g, (line) => line.slice(0, columns() - 1));
      write(over(drawn) + table);
      drawn = table;
    } else write(projectionNews(before, now));
    before = now;
    await tick(watching);
  }
}

/**
 * Shows how the rebuild of one projection goes on until readers are switched. Answers false where the signal came first.
 * Throws, in words, where it stops, is held, or is given up.
 * @param from the build that answered before the rebuild was asked for
 */
export async function watchRebuild(
  { name, from }: { readonly name: string; readonly from: number | undefined },
  watching: Watching,
): Promise<boolean> {
  const { ask, write, isScreen, signal } = watching;
  let begun = false;
  let drawn = '';
  for (;;) {
    const now = (await ask()).find((projection) => projection.name === name);
    const { rebuild } = now ?? {};
    if (now && now.build !== from && !rebuild) return true;
    if (signal.aborted) return false;
    if (rebuild?.status === 'held')
      throw new Error(
        `the new build of ${name} is held (${rebuild.error ?? 'it differs'}): compare, then «projections switch ${name}» or «projections cancel ${name}».`,
      );
    if (rebuild?.status === 'stopped')
      throw new Error(`the rebuild of ${name} stopped: ${rebuild.error ?? ''}`);
    if (begun && !rebuild) throw new Error(`the rebuild of ${name} was cancelled`);
    begun ||= rebuild !== undefined;
    const line = rebuild ? `${rebuildProgress(rebuild)}\n` : 'waiting for the projector to begin\n';
    if (line !== drawn) write((isScreen ? over(drawn) : '') + line);
    drawn = line;
    await tick(watching);
  }
}

async function tick({ signal, everyMs = LOOK_EVERY_MS }: Watching): Promise<void> {
  // The end of the watching is the one way in which this pause fails.
  await pause(everyMs, undefined, { signal }).catch(() => undefined);
}

/** Control characters that go back over what was drawn and clear it. */
function over(drawn: string): string {
  const lines = drawn.split('\n').length - 1;
  return lines === 0 ? '' : `\u001b[${lines}A\u001b[0J`;
}
