import { Migration } from '@mikro-orm/migrations';

/**
 * Several projector processes share a build by partitions, each with one owner; a build remembers the shape that its
 * tables were made in, refuses rows that nobody of the projector wrote, and gets its indexes late.
 */
export class Migration20261124000000_partition_owners extends Migration {
  override name = 'Migration20261124000000_partition_owners';

  override up(): void {
    this.addSql(`
      alter table following.builds
        add column indexed boolean not null default false,
        add column shape text;`);
    this.addSql(`
      alter table following.checkpoints
        add column owner uuid,
        add column state text not null default 'catching-up'
          check (state in ('catching-up', 'running', 'retrying', 'stopped')),
        add column error text;`);
    this.addSql(`
      alter table following.parked_events
        add column partition integer not null default 0,
        drop constraint parked_events_pkey,
        add primary key (projection, build, partition, position);`);
    // Which programs run, and which version of each projection they know. Alive is who was seen a moment ago.
    this.addSql(`
      create table following.projectors (
        id uuid not null,
        projection text not null,
        version integer not null,
        joined_at timestamptz not null default clock_timestamp(),
        seen_at timestamptz not null default clock_timestamp(),
        primary key (id, projection)
      );`);
    this.addSql(`
      create function following.only_the_projector() returns trigger language plpgsql as $$
      begin
        if current_setting('following.writer', true) is distinct from tg_table_schema then
          raise exception 'rows of %.% are written by the projector alone: ask for a rebuild instead',
            tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
        end if;
        return null;
      end $$;`);
  }

  override down(): void {
    this.addSql('drop function following.only_the_projector() cascade;');
    this.addSql('drop table following.projectors;');
    this.addSql(`
      delete from following.parked_events where partition > 0;
      alter table following.parked_events
        drop constraint parked_events_pkey,
        drop column partition,
        add primary key (projection, build, position);`);
    this.addSql('alter table following.checkpoints drop column owner, drop column state, drop column error;');
    this.addSql('alter table following.builds drop column indexed, drop column shape;');
  }
}
