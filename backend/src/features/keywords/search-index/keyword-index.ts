import { setImmediate as othersTurn } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { rows } from '../../../../following/database/database.js';
import { LiveBuilds } from '../../../../following/waiting/live-builds.js';
import { Notices } from '../../../../following/waiting/notices.js';
import { ProjectionMoves } from '../../../../following/waiting/projection-moves.js';
import { RowFollower, type FollowedRows, type PackedRow } from '../../../platform/database/row-follower.js';
import type { Log } from '../../../platform/observability/log.js';
import { LOG } from '../../../platform/tokens.js';
import type { Match } from '../search/list-keywords.dto.js';
import type { Place } from '../search/keyset.js';
import { SORTS } from '../search/sorts.js';
import { ASK_CHARACTERS, type Character } from './characters.js';
import { IndexedItems } from './indexed-items.js';
import type { SentItem } from './item-cache.js';
import { loadKeywords } from './load-keywords.js';
import { microsecondsOf, momentOf } from './moments.js';
import { PACKED, unpacked, type KeywordBatch } from './packed-keywords.js';
import { SearchIndex, type FoundRow, type Question } from './search-index.js';

/** About 200 bytes each, see docs/explanation/performance.md; beyond it the database answers alone. */
export const MOST_KEYWORDS = 5_000_000;
/** So often a page is looked up again that moved while its items were read; then the database answers. */
const TRIES = 4;
/** So long a list waits for the index to catch up before the database answers. */
const PATIENCE_MS = 40;
const ROWS_AT_ONCE = 250;

const OWNERS = 'json_agg(distinct workspace) as owners';
/** What moved in a workspace's own view is called by the keyword's id and the workspace. */
const ownersIn = (keys: string): string =>
  `(select substr(key, 38) as workspace from ${keys} where length(key) > 36) as moved`;

export interface IndexedPage {
  readonly match: Match;
  readonly rows: readonly IndexedRow[];
}

export interface IndexedRow {
  readonly item: SentItem;
  /** Only that of a page's last row is ever wanted. */
  place(): Place;
}

/**
 * Answers lists from the index in this process: it knows which rows a page has, PostgreSQL gives their items. The items are read
 * together with the place that the projection has reached, so an answer is never older than the database was when it was asked.
 */
@Injectable()
export class KeywordIndex implements OnModuleInit, OnModuleDestroy {
  private index = new SearchIndex();
  /** Workspaces with keywords of their own: their lists are more than what stands here. */
  private readonly owners = new Set<string>();
  private readonly items: IndexedItems;
  private readonly follower: RowFollower;

  constructor(
    private readonly orm: MikroORM,
    builds: LiveBuilds,
    notices: Notices,
    moves: ProjectionMoves,
    @Inject(LOG) log: Log,
  ) {
    this.items = new IndexedItems(orm);
    this.follower = new RowFollower(this.followed(), { orm, builds, notices, moves, log });
  }

  /** Does not wait until the index is there: the database answers meanwhile. */
  async onModuleInit(): Promise<void> {
    await this.follower.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.follower.stop();
  }

  /** Whether the workspace has keywords of its own; as true as the page that was answered before. */
  isOwner(workspace: string): boolean {
    return this.owners.has(workspace);
  }

  /** Undefined where the database must answer itself. */
  async page(question: Question): Promise<IndexedPage | undefined> {
    if (!this.follower.state) return undefined;
    await this.learn([question.text]);
    const asked = { ...question, after: question.after && { ...question.after, value: toIndex(question) } };
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { state } = this.follower;
      if (!state) return undefined;
      const { index } = this;
      const found = index.find(asked);
      const numbers = found.rows.map(({ number }) => number);
      const idOf = (row: number) => index.idOf(row);
      const read = await this.items.read(state.schema, numbers, idOf);
      if (read?.token === state.token) return pageOf(found, read.items, question, idOf);
      if (!(await this.follower.caughtUpWithin(PATIENCE_MS))) return undefined;
    }
    return undefined;
  }

  private followed(): FollowedRows {
    return {
      projection: 'keywords',
      table: 'keyword',
      load: async (read) => {
        const index = this.index;
        const learn = (batch: KeywordBatch) => this.learnNames(batch);
        await loadKeywords(index, { read, learn, most: MOST_KEYWORDS });
        this.own(await read((schema) => `select ${OWNERS} from ${schema}.own_keyword`));
      },
      packed: (schema, keys) =>
        `select ${PACKED}, (select ${OWNERS} from ${ownersIn(keys)})
           from ${schema}.keyword r join (select distinct left(key, 36)::uuid as id from ${keys}) as moved using (id)`,
      put: async (packed) => {
        this.own(packed);
        const batch = unpacked(packed);
        await this.learnNames(batch);
        await this.items.whileChanging((drop) => this.put(batch, drop));
      },
      forget: () => {
        this.items.clear();
        this.owners.clear();
        if (this.index.size > 0) this.index = new SearchIndex(this.index.characters);
      },
    };
  }

  private own({ owners }: PackedRow = {}): void {
    for (const owner of Array.isArray(owners) ? owners : []) this.owners.add(String(owner));
  }

  private async put(batch: KeywordBatch, drop: (row: number) => void): Promise<void> {
    const { index } = this;
    for (let i = 0; i < batch.count; i += 1) {
      drop(index.put(batch.ids, i * 4, batch.row(i), batch.values(i)));
      if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await othersTurn();
    }
  }

  private learnNames(batch: KeywordBatch): Promise<void> {
    const words = new Set<string>();
    for (let i = 0; i < batch.count; i += 1)
      for (const word of batch.row(i).name.split(' ')) if (!this.index.knows(word)) words.add(word);
    return this.learn(words);
  }

  private async learn(texts: Iterable<string>): Promise<void> {
    const { characters } = this.index;
    const unknown = new Set<string>();
    for (const text of texts) characters.unknownIn(text, unknown);
    if (unknown.size > 0) characters.learn(await rows<Character>(this.orm, ASK_CHARACTERS, [[...unknown]]));
  }
}

function toIndex({ after, sort }: Question): number | string | undefined {
  const value = after?.value;
  return typeof value === 'string' && SORTS[sort].type === 'timestamptz' ? microsecondsOf(value) : value;
}

function pageOf(
  { match, rows }: ReturnType<SearchIndex['find']>,
  items: ReadonlyMap<number, SentItem>,
  { sort }: Question,
  idOf: (row: number) => string,
): IndexedPage | undefined {
  const isMoment = SORTS[sort].type === 'timestamptz';
  const shown: IndexedRow[] = [];
  for (const { number, value } of rows) {
    const item = items.get(number);
    if (!item) return undefined;
    shown.push({ item, place: () => ({ value: placeOf(value, isMoment), id: idOf(number) }) });
  }
  return { match, rows: shown };
}

function placeOf(value: FoundRow['value'], isMoment: boolean): Place['value'] {
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return null;
  return isMoment ? momentOf(value) : value;
}
