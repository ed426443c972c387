import { CURRENT_FORMULAS } from '../scoring/formulas.js';
import { freshlyCounted } from './counted-rows.js';
import type { ObservationRow } from './observation-rows.js';
import { standingOf, type Standing } from './standing.js';
import { byMoment, inOrder, NewestFigures, RunningSummary, summarise, type Counted } from './summary.js';

/**
 * Adds new rows of one keyword to its summary, which changes in place.
 * @param rows in the order of the log
 * @returns what each row left the keyword at; undefined where a row speaks of the past (a moment that is there already or
 *   before it, a retraction): then the summary is of no use any more and the keyword must be retraced
 */
export function advance(summary: RunningSummary, rows: readonly ObservationRow[]): Standing[] | undefined {
  const after: Standing[] = [];
  for (let next = 0; next < rows.length;) {
    const row = rows[next] as ObservationRow;
    const counted = freshlyCounted(row);
    if (row.retracts !== null) return undefined;
    if (!counted) {
      after.push(standingOf(summary, CURRENT_FORMULAS));
      next += 1;
      continue;
    }
    if (summary.newestAt !== null && counted.occurredAt <= summary.newestAt) return undefined;
    const moment = momentFrom(rows, next, counted);
    // Of a moment with several observations each but the last left the keyword at what only those before it say.
    for (let said = 1; said < moment.length; said += 1) {
      const until = RunningSummary.from(summary);
      until.add(moment.slice(0, said));
      after.push(standingOf(until, CURRENT_FORMULAS));
    }
    summary.add(moment);
    after.push(standingOf(summary, CURRENT_FORMULAS));
    next += moment.length;
  }
  return after;
}

function momentFrom(rows: readonly ObservationRow[], start: number, first: Counted): Counted[] {
  const moment = [first];
  for (let next = start + 1; next < rows.length; next += 1) {
    const row = rows[next] as ObservationRow;
    if (row.event.metadata.occurredAt !== first.occurredAt) break;
    const counted = freshlyCounted(row);
    if (!counted) break;
    moment.push(counted);
  }
  return moment;
}

/**
 * Makes the summary of one keyword anew from its rows, where the past was restated or an observation retracted.
 * @param known what counted before the new rows, in any order
 * @param rows the new rows, in the order of the log
 */
export function retrace(
  known: readonly Counted[],
  rows: readonly ObservationRow[],
): { summary: RunningSummary; after: Standing[] } {
  const counting = known.toSorted(inOrder);
  let figures = figuresOf(counting);
  const after = rows.map((row) => {
    const counted = freshlyCounted(row);
    if (counted) {
      const isAlone = insert(counting, counted);
      if (isAlone) figures.addPast(counted);
      else figures = figuresOf(counting);
    } else if (row.retracts !== null && remove(counting, row.retracts, row.workspace)) {
      figures = figuresOf(counting);
    }
    return standingOf(figures, CURRENT_FORMULAS);
  });
  return { summary: summarise(counting), after };
}

function figuresOf(observations: readonly Counted[]): NewestFigures {
  const figures = new NewestFigures();
  for (const moment of byMoment(observations)) figures.add(moment);
  return figures;
}

/** Puts an observation in its place and tells whether it is the only one of its moment. */
function insert(observations: Counted[], observation: Counted): boolean {
  const after = observations.findLastIndex((other) => inOrder(other, observation) < 0);
  observations.splice(after + 1, 0, observation);
  const neighbours = [observations[after], observations[after + 2]];
  return neighbours.every((other) => other?.occurredAt !== observation.occurredAt);
}

/** @param by the workspace that takes it back, which it may only where it is its own; null: whoever runs the platform */
function remove(observations: Counted[], eventId: string, by: string | null): boolean {
  const place = observations.findIndex(
    (observation) => observation.eventId === eventId && (by === null || by === observation.workspace),
  );
  if (place >= 0) observations.splice(place, 1);
  return place >= 0;
}
