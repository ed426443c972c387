import { Migration } from '@mikro-orm/migrations';

/** Builds, checkpoints and requests of the followers, and the extensions that their tables' indexes use. */
export class Migration20261123000000_following_checkpoints extends Migration {
  override name = 'Migration20261123000000_following_checkpoints';

  override up(): void {
    for (const extension of ['pg_trgm', 'unaccent', 'btree_gin'])
      this.addSql(`create extension if not exists ${extension} schema public;`);
    this.addSql('create schema following;');
    this.addSql(`
      create table following.builds (
        projection text not null,
        build integer not null,
        version integer not null,
        schema_name text not null unique,
        status text not null check (status in ('building', 'live', 'previous', 'dropped')),
        state text not null default 'catching-up'
          check (state in ('catching-up', 'running', 'retrying', 'stopped', 'held', 'unfollowed')),
        error text,
        undone boolean not null default false,
        comparison jsonb,
        created_at timestamptz not null default now(),
        switched_at timestamptz,
        primary key (projection, build)
      );`);
    this.addSql(
      `create unique index builds_one_live on following.builds (projection) where status = 'live';`,
    );
    this.addSql(
      `create unique index builds_one_building on following.builds (projection) where status = 'building';`,
    );
    this.addSql(`
      create table following.checkpoints (
        projection text not null,
        build integer not null,
        partition integer not null default 0,
        position bigint,
        events_counted bigint not null default 0,
        events_per_second real not null default 0,
        updated_at timestamptz not null default now(),
        primary key (projection, build, partition),
        foreign key (projection, build) references following.builds (projection, build)
      );`);
    this.addSql(`
      create table following.parked_events (
        projection text not null,
        build integer not null,
        position bigint not null,
        event_id uuid not null,
        event_type text not null,
        error text not null,
        parked_at timestamptz not null default now(),
        primary key (projection, build, position),
        foreign key (projection, build) references following.builds (projection, build)
      );`);
    this.addSql(`
      create table following.requests (
        projection text primary key,
        kind text not null check (kind = 'rebuild'),
        requested_at timestamptz not null default now()
      );`);
    this.addSql(`
      create table following.reactions (
        reaction text primary key,
        position bigint,
        events_counted bigint not null default 0,
        state text not null default 'running' check (state in ('running', 'retrying', 'stopped')),
        error text,
        updated_at timestamptz not null default now()
      );`);
  }

  override down(): void {
    this.addSql('drop schema following cascade;');
  }
}
