import { MARKETPLACES } from '../../backend/contracts/values/marketplace.js';
import type { Projection } from '../../backend/following/projection.js';
import { planBuilds } from '../../backend/following/rebuild/plan-builds.js';
import { writing, type Build } from '../../backend/following/builds/builds.js';
import { connectOrm } from '../../backend/following/database/connect-orm.js';
import { transaction } from '../../backend/following/database/database.js';
import { addLateIndexes } from '../../backend/following/builds/late-indexes.js';
import { keywordsProjection } from '../../backend/src/features/keywords/projection/keywords.projection.js';
import { suggestionsProjection } from '../../backend/src/features/suggestions/suggestions.projection.js';
import { chance, keywordName } from './names.js';

const AT_ONCE = 25_000;
/** Keywords are known on this many marketplaces on average. */
const PLACES_A_NAME = 2;
const COUNTRIES = ['US', 'US', 'US', 'GB', 'DE'] as const;
const METRICS = [
  'searchVolume',
  'resultCount',
  'competition',
  'averagePrice',
  'minPrice',
  'maxPrice',
  'reviews',
];
/** Kinds of histories: from a keyword seen last week to one that is tracked for three years. */
const HISTORIES = 32;
const LONGEST_WEEKS = 160;

/** The part of an item that comes after its name, with 4 to 160 weeks, most have few. */
function restOfItem(history: number): string {
  const weeks = Math.round(4 + (LONGEST_WEEKS - 4) * (history / (HISTORIES - 1)) ** 3);
  const metric = (name: string, i: number) => ({
    value: Math.round(chance(history, i) * 90_000) / 10,
    relation: 'eq',
    kind: name === 'searchVolume' ? 'estimated' : 'measured',
    source: 'amazon.com search page',
    origin: 'live',
    observedAt: '2026-11-16T08:00:00.000Z',
    observationId: `00000000-0000-4000-8000-${String(history * 100 + i).padStart(12, '0')}`,
    ...(name.endsWith('Price') ? { currency: 'USD' } : {}),
    ...(name === 'searchVolume' ? { formula: 'demand-1' } : {}),
  });
  const rest = {
    metrics: Object.fromEntries(METRICS.map((name, i) => [name, metric(name, i)])),
    opportunity: { value: history, relation: 'eq', kind: 'estimated', formula: 'opportunity-1' },
    trend: Array.from({ length: weeks }, (_, week) => ({
      date: new Date(Date.UTC(2023, 10, 6) + week * 7 * 86_400_000).toISOString().slice(0, 10),
      value: Math.round(chance(history, week + 1_000) * 20_000),
    })),
    lastObservedAt: '2026-11-16T08:00:00.000Z',
    lastFailure: null,
    origins: ['live'],
  };
  return JSON.stringify(rest).slice(1);
}

const volumeOf = (index: number): number | null =>
  chance(index, 4) < 0.1 ? null : Math.floor(10 / (chance(index, 5) + 1e-5));

const INTO_KEYWORD = `
  insert into keyword (id, keyword, normalized, marketplace, country, known_since, search_volume, competition, result_count,
                       average_price, opportunity, last_observed_at, item, fold)
  select id, name, name, marketplace, country, now() - interval '1 year', volume, round(random()::numeric, 3),
         floor(random() * 1000000), floor(random() * 5000), floor(random() * 100),
         now() - random() * interval '300 days',
         '{"id":"' || id || '","keyword":' || to_json(name) || ',"marketplace":"' || marketplace || '","country":"' || country
           || '",' || h.rest, '{}'
    from (select gen_random_uuid() as id, * from unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::int[])
            as n (name, marketplace, country, volume, history)) as n
    join histories h using (history)`;

const INTO_SUGGESTIONS = `
  insert into suggestions (keyword_id, workspace, normal, keyword, marketplace, country, place, source, origin, observed_at)
  select id, '', normalized, keyword, marketplace, country,
         case when random() < 0.05 then 1 + floor(random() * 10)::int end, 'amazon.com search page', 'live', now()
    from $keywords.keyword`;

export interface FillOptions {
  readonly count: number;
  /** Items as the API sends them, of 2 to 7.5 kB; else empty ones. */
  readonly items: boolean;
}

/** Fills the live builds of keywords and suggestions straight with so many rows, as a projector would have left them. */
export async function fillKeywords(
  databaseUrl: string,
  { count, items }: FillOptions,
  say: (line: string) => void,
): Promise<void> {
  const orm = await connectOrm(databaseUrl, { poolSize: 2 });
  try {
    const keywords = (await planBuilds(orm, keywordsProjection)).live;
    const suggestions = (await planBuilds(orm, suggestionsProjection)).live;
    say(`… writing ${count.toLocaleString('en')} keywords`);
    await transaction(orm, async (sql) => {
      await sql.run(writing(keywords.schemaName));
      await sql.run('create temporary table histories (history int, rest text) on commit drop');
      const histories = Array.from({ length: HISTORIES }, (_, history) => history);
      await sql.run('insert into histories select * from unnest($1::int[], $2::text[])', [
        histories,
        histories.map((history) => (items ? restOfItem(history) : '"metrics":{}}')),
      ]);
      for (let from = 0; from < count; from += AT_ONCE) {
        const indexes = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => from + i);
        await sql.run(INTO_KEYWORD, [
          indexes.map((index) => keywordName(Math.floor(index / PLACES_A_NAME))),
          indexes.map((index) => MARKETPLACES[index % MARKETPLACES.length]),
          indexes.map((index) => COUNTRIES[Math.floor(chance(index, 6) * COUNTRIES.length)]),
          indexes.map(volumeOf),
          indexes.map((index) => Math.floor(chance(index, 7) * HISTORIES)),
        ]);
      }
    });
    say('… making the indexes');
    await finish(orm, keywordsProjection, keywords);
    await transaction(orm, async (sql) => {
      await sql.run(writing(suggestions.schemaName));
      await sql.run(INTO_SUGGESTIONS.replace('$keywords', `"${keywords.schemaName}"`));
    });
    await finish(orm, suggestionsProjection, suggestions);
  } finally {
    await orm.close();
  }
}

type Orm = Awaited<ReturnType<typeof connectOrm>>;

async function finish(orm: Orm, projection: Projection, build: Build): Promise<void> {
  await addLateIndexes(orm, projection, build);
  await transaction(orm, (sql) =>
    sql.run('update following.checkpoints set position = 1 where projection = $1 and build = $2', [
      build.projection,
      build.build,
    ]),
  );
}
