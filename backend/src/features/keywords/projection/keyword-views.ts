import type { ProjectionSql } from '../../../../following/projection.js';
import type { KeywordName } from './keyword-item.js';
import { storedKeywords, storedOwnKeywords, type KnownKeyword } from './stored-keywords.js';
import { RunningSummary } from './summary.js';

/** Keywords kept in memory between batches: about 5 kB each with three years of weeks. */
const REMEMBERED = 10_000;

/** What is known of one keyword: by all, and by each workspace that has figures of its own. */
export interface Views {
  readonly shared: KnownKeyword | undefined;
  readonly own: ReadonlyMap<string, KnownKeyword>;
}

/** Who is named by an event, for whom, and since when. */
export interface Named {
  readonly name: KeywordName;
  readonly workspace: string | null;
  knownSince: string;
  /** Where in the log it is named first. */
  readonly first: bigint;
}

const NOTHING: Views = { shared: undefined, own: new Map() };

/** What a batch knows of each keyword that it met, changed or not. */
export class KeywordViews {
  private readonly views = new Map<string, Views>();
  private readonly moved = new Map<string, { readonly id: string; readonly workspace: string | null }>();

  constructor(
    private readonly sql: ProjectionSql,
    private readonly memory: Map<string, unknown>,
  ) {}

  of(id: string): Views {
    return this.views.get(id) ?? NOTHING;
  }

  view(id: string, workspace: string | null): KnownKeyword | undefined {
    const views = this.of(id);
    return workspace === null ? views.shared : views.own.get(workspace);
  }

  put(known: KnownKeyword): void {
    const { id } = known.name;
    const views = this.of(id);
    this.views.set(
      id,
      known.workspace === null
        ? { ...views, shared: known }
        : { ...views, own: new Map(views.own).set(known.workspace, known) },
    );
  }

  move(id: string, workspace: string | null): void {
    this.moved.set(keyOf(id, workspace), { id, workspace });
  }

  /** Finds out what is known of the named keywords; those that nobody knew are known to all from now on, if all may know them. */
  async meet(named: ReadonlyMap<string, Named>): Promise<void> {
    const ids = new Set([...named.values()].map(({ name }) => name.id as string));
    const forgotten = [...ids].filter((id) => {
      if (this.views.has(id)) return false;
      const views = this.memory.get(id) as Views | undefined;
      if (views) this.views.set(id, views);
      return !views;
    });
    for (const known of await storedKeywords(forgotten, this.sql)) this.put(known);
    for (const known of await storedOwnKeywords(forgotten, this.sql)) this.put(known);
    for (const { name, workspace, knownSince } of named.values()) {
      const known = this.view(name.id, workspace);
      if (known && known.knownSince > knownSince) this.know({ ...known, knownSince });
      // The first spelling in the log is the one that is shown.
      if (!known && workspace === null)
        this.know({ name, workspace, knownSince, recordedUntil: null, summary: new RunningSummary() });
    }
  }

  /** From here on the workspace has a view of its own: what all know, and what it said. */
  part(id: string, workspace: string, named: ReadonlyMap<string, Named>): void {
    const own = named.get(keyOf(id, workspace));
    if (!own) return;
    const { shared } = this.of(id);
    const sharedNow = named.get(keyOf(id, null));
    const isNew = shared && sharedNow && shared.name === sharedNow.name;
    const name = shared && (!isNew || sharedNow.first < own.first) ? shared.name : own.name;
    this.know({
      name,
      workspace,
      knownSince: own.knownSince,
      recordedUntil: shared?.recordedUntil ?? null,
      summary: shared ? RunningSummary.from(shared.summary) : new RunningSummary(),
    });
  }

  /** What changed, to be written. */
  changed(): KnownKeyword[] {
    return [...this.moved.values()].flatMap(({ id, workspace }) => this.view(id, workspace) ?? []);
  }

  /** Keeps for the next batch what was used last; answers with the keys of what moved. */
  remember(): string[] {
    for (const [id, views] of this.views) {
      this.memory.delete(id); // so that what was used last comes last
      this.memory.set(id, views);
    }
    for (const id of this.memory.keys()) {
      if (this.memory.size <= REMEMBERED) break;
      this.memory.delete(id);
    }
    return [...this.moved.keys()];
  }

  private know(known: KnownKeyword): void {
    this.put(known);
    this.move(known.name.id, known.workspace);
  }
}

export function note(named: Map<string, Named>, one: Named): void {
  const key = keyOf(one.name.id, one.workspace);
  const before = named.get(key);
  if (!before) named.set(key, one);
  else if (one.knownSince < before.knownSince) before.knownSince = one.knownSince;
}

/** What moved, as pages and copies in memory are told: the keyword's id, and behind it the workspace whose own view it is. */
export const keyOf = (id: string, workspace: string | null): string =>
  workspace === null ? id : `${id} ${workspace}`;
