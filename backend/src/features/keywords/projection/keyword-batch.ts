import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import type { ApplyContext, ProjectionSql } from '../../../../following/projection.js';
import { CURRENT_FORMULAS } from '../scoring/formulas.js';
import { advance, retrace } from './keyword-steps.js';
import { KeywordViews, note, type Named } from './keyword-views.js';
import { readingOf, type ObservationRow } from './observation-rows.js';
import { writeOwnSteps, type OwnStep } from './own-steps.js';
import { restateAfter, type OutOfTurn } from './restate-after.js';
import type { Standing } from './standing.js';
import { countedObservations, type KnownKeyword } from './stored-keywords.js';
import { writeKeywords } from './write-keywords.js';
import { insertObservations, markRetracted, observationRows, unseen } from './write-observations.js';

/** New rows that one view of a keyword hears of. */
interface News {
  readonly known: KnownKeyword;
  readonly rows: readonly ObservationRow[];
}

/** One batch of events: every observation becomes a row at once, every keyword is written once, at the end. */
export class KeywordBatch {
  private readonly views: KeywordViews;
  private readonly observations = observationRows();

  constructor(
    private readonly sql: ProjectionSql,
    private readonly context: ApplyContext,
  ) {
    this.views = new KeywordViews(sql, context.memory);
  }

  /** @param events some of the batch, in the order of the log */
  async take(events: readonly AnyRecordedEvent[]): Promise<void> {
    const owns = (id: string) => this.context.owns(id);
    const rows: ObservationRow[] = [];
    const named = new Map<string, Named>();
    for (const event of events) {
      const { keywords, workspace, row } = readingOf(event, CURRENT_FORMULAS, owns);
      if (row) rows.push(row);
      const first = event.position;
      for (const name of keywords)
        note(named, { name, workspace, knownSince: event.metadata.recordedAt, first });
    }
    await this.views.meet(named);
    let fresh = await unseen(rows, this.sql);
    while (fresh.length > 0) fresh = await this.takeRows(fresh, named);
  }

  /** Writes the keywords that changed, and answers with the keys of what moved. */
  async write(): Promise<string[]> {
    await writeKeywords(this.views.changed(), this.sql);
    return this.views.remember();
  }

  /**
   * Takes in what can be taken at once, and answers with the rest: a workspace's own view begins as what all know, so the rows of
   * its keyword before its first one must have been taken in.
   */
  private async takeRows(
    fresh: readonly ObservationRow[],
    named: ReadonlyMap<string, Named>,
  ): Promise<ObservationRow[]> {
    const later: ObservationRow[] = [];
    const news: News[] = [];
    for (const [id, rows] of Map.groupBy(fresh, ({ keyword }) => keyword.id)) {
      const wait = rows.findIndex(
        ({ workspace }, at) =>
          workspace !== null &&
          !this.views.view(id, workspace) &&
          rows.slice(0, at).some((before) => before.workspace === null),
      );
      if (wait !== -1) later.push(...rows.slice(wait));
      news.push(...this.newsOf(id, wait === -1 ? rows : rows.slice(0, wait), named));
    }
    await this.hear(news);
    return later;
  }

  private newsOf(id: string, rows: readonly ObservationRow[], named: ReadonlyMap<string, Named>): News[] {
    for (const { workspace } of rows)
      if (workspace !== null && !this.views.view(id, workspace)) this.views.part(id, workspace, named);
    const { shared, own } = this.views.of(id);
    const views = shared ? [shared, ...own.values()] : [...own.values()];
    return views.flatMap((known) => {
      const heard = rows.filter(({ workspace }) => workspace === null || workspace === known.workspace);
      return heard.length === 0 ? [] : { known, rows: heard };
    });
  }

  private async hear(news: readonly News[]): Promise<void> {
    const after = new Map<ObservationRow, Standing | null>();
    const steps: OwnStep[] = [];
    const past: News[] = [];
    const outOfTurn: OutOfTurn[] = [];
    for (const { known, rows } of news) {
      const { recordedUntil, since } = heard(known, rows);
      const now = { ...known, recordedUntil };
      this.views.put(now);
      this.views.move(known.name.id, known.workspace);
      if (since !== undefined) outOfTurn.push({ id: known.name.id, workspace: known.workspace, since });
      const standings = advance(known.summary, rows);
      if (standings) join(now, rows, standings, after, steps);
      else past.push({ known: now, rows });
    }
    const counted = await countedObservations([...new Set(past.map(({ known }) => known.name.id))], this.sql);
    for (const { known, rows } of past) {
      const visible = (counted.get(known.name.id) ?? []).filter(
        ({ workspace }) => workspace === null || workspace === known.workspace,
      );
      const { summary, after: standings } = retrace(visible, rows);
      this.views.put({ ...known, summary });
      join(known, rows, standings, after, steps);
    }
    const applied = [...after].map(([row, standing]) => ({ row, after: standing }));
    await insertObservations(applied, this.observations, this.sql);
    await writeOwnSteps(steps, this.sql);
    await markRetracted([...after.keys()], this.sql);
    await restateAfter(outOfTurn, this.sql);
  }
}

/**
 * Until when the rows of a view are recorded, and the least moment of those that were recorded before one that stands before them
 * in the log; undefined where the two orders agree.
 */
function heard(
  known: KnownKeyword,
  rows: readonly ObservationRow[],
): { recordedUntil: string | null; since: string | undefined } {
  let { recordedUntil } = known;
  let since: string | undefined;
  for (const { event } of rows) {
    const { recordedAt } = event.metadata;
    if (recordedUntil === null || recordedAt >= recordedUntil) recordedUntil = recordedAt;
    else if (since === undefined || recordedAt < since) since = recordedAt;
  }
  return { recordedUntil, since };
}

/** Notes what each row left a view at: with the row for the view of all, as steps for that of a workspace. */
function join(
  { name, workspace }: KnownKeyword,
  rows: readonly ObservationRow[],
  standings: readonly Standing[],
  after: Map<ObservationRow, Standing | null>,
  steps: OwnStep[],
): void {
  for (const [index, row] of rows.entries()) {
    const standing = standings[index] as Standing;
    if (workspace === null) after.set(row, standing);
    else if (!after.has(row)) after.set(row, null);
    if (workspace === null) continue;
    const { id: eventId, position, metadata } = row.event;
    steps.push({
      id: name.id,
      workspace,
      eventId,
      recordedAt: metadata.recordedAt,
      position,
      after: standing,
    });
  }
}
