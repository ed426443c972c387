import { Migration } from '@mikro-orm/migrations';

/**
 * What moved in live builds, for an hour: readers that keep rows in memory ask for what has moved since they last looked. A
 * transaction's number and not a time or a position, because transactions end in another order than they begin.
 */
export class Migration20261125000000_moved_keys extends Migration {
  override name = 'Migration20261125000000_moved_keys';

  override up(): void {
    this.addSql(`
      create table following.moved_keys (
        schema_name text not null,
        key text not null,
        moved_by xid8 not null default pg_current_xact_id(),
        moved_at timestamptz not null default clock_timestamp()
      );`);
    this.addSql('create index moved_keys_by_transaction on following.moved_keys (schema_name, moved_by);');
    this.addSql('create index moved_keys_by_time on following.moved_keys (moved_at);');
  }

  override down(): void {
    this.addSql('drop table following.moved_keys;');
  }
}
