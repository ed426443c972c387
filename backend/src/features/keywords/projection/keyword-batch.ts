import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import type { ApplyContext, ProjectionSql } from '../../../../following/projection.js';
import { CURRENT_FORMULAS } from '../scoring/formulas.js';
import { advance, retrace } from './keyword-steps.js';
import type { KeywordName } from './keyword-item.js';
import { readingOf, type ObservationRow } from './observation-rows.js';
import { restateAfter } from './restate-after.js';
import type { Standing } from './standing.js';
import { RunningSummary } from './summary.js';
import { countedObservations, storedKeywords, writeKeywords, type KnownKeyword } from './write-keywords.js';
import {
  insertObservations,
  markRetracted,
  observationRows,
  unseen,
  type AppliedRow,
} from './write-observations.js';

/** Keywords kept in memory between batches: about 5 kB each with three years of weeks. */
const REMEMBERED = 10_000;

/** One batch of events: every observation becomes a row at once, every keyword is written once, at the end. */
export class KeywordBatch {
  /** What the batch knows of each keyword that it met, changed or not. */
  private readonly keywords = new Map<string, KnownKeyword>();
  private readonly moved = new Set<string>();
  private readonly memory: Map<string, unknown>;
  private readonly observations = observationRows();

  constructor(
    private readonly sql: ProjectionSql,
    private readonly context: ApplyContext,
  ) {
    this.memory = context.memory;
  }

  /** @param events some of the batch, in the order of the log */
  async take(events: readonly AnyRecordedEvent[]): Promise<void> {
    const owns = (id: string) => this.context.owns(id);
    const rows: ObservationRow[] = [];
    const named = new Map<string, { name: KeywordName; knownSince: string }>();
    for (const event of events) {
      const { keywords, row } = readingOf(event, CURRENT_FORMULAS, owns);
      if (row) rows.push(row);
      for (const name of keywords) note(named, name, event.metadata.recordedAt);
    }
    await this.meet(named);
    const fresh = Map.groupBy(await unseen(rows, this.sql), ({ keyword }) => keyword.id);
    const applied: AppliedRow[] = [];
    const past = new Map<string, readonly ObservationRow[]>();
    const outOfTurn = new Map<string, string>();
    for (const [id, news] of fresh) {
      const known = this.keywords.get(id) as KnownKeyword;
      this.moved.add(id);
      const since = this.hear(known, news);
      if (since !== undefined) outOfTurn.set(id, since);
      const after = advance(known.summary, news);
      if (after) join(applied, news, after);
      else past.set(id, news);
    }
    for (const [id, observations] of await countedObservations([...past.keys()], this.sql)) {
      const news = past.get(id) ?? [];
      const { summary, after } = retrace(observations, news);
      this.keywords.set(id, { ...(this.keywords.get(id) as KnownKeyword), summary });
      join(applied, news, after);
    }
    await insertObservations(applied, this.observations, this.sql);
    await markRetracted([...past.values()].flat(), this.sql);
    await restateAfter(outOfTurn, this.sql);
  }

  /** Writes the keywords that changed, and answers with their ids. */
  async write(): Promise<string[]> {
    const moved = [...this.moved];
    await writeKeywords(
      moved.map((id) => this.keywords.get(id) as KnownKeyword),
      this.sql,
    );
    for (const [id, known] of this.keywords) {
      this.memory.delete(id); // so that what was used last comes last
      this.memory.set(id, known);
    }
    for (const id of this.memory.keys()) {
      if (this.memory.size <= REMEMBERED) break;
      this.memory.delete(id);
    }
    return moved;
  }

  /**
   * Notes until when rows of a keyword are recorded. Answers with the least moment of those that were recorded before one
   * that stands before them in the log; undefined where the two orders agree.
   */
  private hear(known: KnownKeyword, news: readonly ObservationRow[]): string | undefined {
    let { recordedUntil } = known;
    let outOfTurn: string | undefined;
    for (const { event } of news) {
      const { recordedAt } = event.metadata;
      if (recordedUntil === null || recordedAt >= recordedUntil) recordedUntil = recordedAt;
      else if (outOfTurn === undefined || recordedAt < outOfTurn) outOfTurn = recordedAt;
    }
    this.keywords.set(known.name.id, { ...known, recordedUntil });
    return outOfTurn;
  }

  /** Finds out what is known of the named keywords; those that nobody knew are known from now on. */
  private async meet(named: ReadonlyMap<string, { name: KeywordName; knownSince: string }>): Promise<void> {
    const unmet = [...named.keys()].filter((id) => !this.keywords.has(id));
    const forgotten = unmet.filter((id) => {
      const known = this.memory.get(id) as KnownKeyword | undefined;
      if (known) this.keywords.set(id, known);
      return !known;
    });
    for (const known of await storedKeywords(forgotten, this.sql)) this.keywords.set(known.name.id, known);
    for (const [id, { name, knownSince }] of named) {
      const known = this.keywords.get(id);
      if (known && known.knownSince <= knownSince) continue;
      // The first spelling in the log is the one that is shown.
      this.keywords.set(
        id,
        known
          ? { ...known, knownSince }
          : { name, knownSince, recordedUntil: null, summary: new RunningSummary() },
      );
      this.moved.add(id);
    }
  }
}

function note(
  named: Map<string, { name: KeywordName; knownSince: string }>,
  name: KeywordName,
  recordedAt: string,
): void {
  const before = named.get(name.id);
  if (!before) named.set(name.id, { name, knownSince: recordedAt });
  else if (recordedAt < before.knownSince) before.knownSince = recordedAt;
}

function join(applied: AppliedRow[], rows: readonly ObservationRow[], after: readonly Standing[]): void {
  for (const [index, row] of rows.entries()) applied.push({ row, after: after[index] as Standing });
}
