const AFTER = `  after_search_volume double precision,
  after_competition double precision,
  after_result_count double precision,
  after_average_price double precision,
  after_opportunity double precision,
  after_last_observed_at timestamptz`;

const KEYWORD = `  keyword text not null,
  normalized text collate "C" not null,
  marketplace text not null,
  country text not null,
  known_since timestamptz not null,
  search_volume double precision,
  competition double precision,
  result_count double precision,
  average_price double precision,
  opportunity double precision,
  last_observed_at timestamptz,
  item text not null,
  fold text not null`;

/**
 * Tables of one build.
 *
 * `observation`: one row for each event, never overwritten but for the moment from which it counts no more. `metrics`, `data`,
 * `item` and `fold` are JSON in text columns: SQL never looks into them, they leave as they came, and jsonb would refuse a NUL
 * that a page's title may hold.
 *
 * `keyword`: what is known of a keyword now, one row each. `item` is the answer of the API, ready to send, so a list
 * neither parses nor builds anything; the columns beside it are what lists are filtered and sorted by; `fold` is what the
 * next observation is added to.
 *
 * `after_…` are the keyword's sort values once the row was applied: the list as of a moment sorts by those of the newest row
 * until then.
 *
 * What a workspace posted (`observation.workspace`) moves no row of `keyword`. From its first figure on, a keyword has a row in
 * `own_keyword` for that workspace alone, made of what all share and of its own; `own_step` holds the sort values of that row, as
 * `after_…` do for the row that all share.
 */
export const TABLES = `
create table observation (
  event_id uuid primary key,
  keyword_id uuid not null,
  type text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  position bigint not null,
  stream text not null,
  revision bigint not null,
  source text not null,
  origin text,
  workspace text,
  first_page boolean not null,
  metrics text,
  failure_reason text,
  failure_detail text,
  data text not null,
  retracted_at timestamptz,
${AFTER}
);
create index observation_of_keyword on observation (keyword_id, position);

create table keyword (
  id uuid primary key,
${KEYWORD}
);

create table own_keyword (
  id uuid not null,
  workspace text not null,
${KEYWORD},
  primary key (id, workspace)
);
create index own_keyword_of_workspace on own_keyword (workspace);

create table own_step (
  id uuid not null,
  workspace text not null,
  event_id uuid not null,
  recorded_at timestamptz not null,
  position bigint not null,
${AFTER},
  primary key (id, workspace, event_id)
);

create table seed (
  event_id uuid primary key,
  keywords bigint not null,
  observations bigint not null,
  position bigint not null
);
`;

/**
 * What only readers need: a build that is made beside the live one gets it at the end. (Observations are found by keyword while
 * it is filled, too: where the past is restated.)
 *
 * Each sort has one index, read forwards or backwards; rows without the value are a list of their own after it. The list as of a
 * past moment is answered from `observation_as_of` alone: reading the wide rows themselves takes three times as long.
 */
export const INDEXES = `
create index if not exists observation_as_of on observation (keyword_id, recorded_at, position)
  include (after_search_volume, after_competition, after_result_count, after_average_price, after_opportunity,
           after_last_observed_at)
  where workspace is null;
create index if not exists own_step_as_of on own_step (id, workspace, recorded_at, position);
create index if not exists keyword_by_name on keyword (normalized, id);
create index if not exists keyword_by_search_volume on keyword (search_volume, id);
create index if not exists keyword_by_competition on keyword (competition, id);
create index if not exists keyword_by_result_count on keyword (result_count, id);
create index if not exists keyword_by_average_price on keyword (average_price, id);
create index if not exists keyword_by_opportunity on keyword (opportunity, id);
create index if not exists keyword_by_last_observed_at on keyword (last_observed_at, id);
create index if not exists keyword_by_trigram on keyword using gin (normalized gin_trgm_ops);
`;
