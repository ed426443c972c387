import { Migration } from '@mikro-orm/migrations';

/**
 * Where people are signed in. No read model: a refresh token is worth something for one use only, and who comes first must be decided
 * by one row. Lost with the database, they cost a new sign-in.
 */
export class Migration20261126000000_sessions extends Migration {
  override name = 'Migration20261126000000_sessions';

  override up(): void {
    this.addSql('create schema security;');
    this.addSql(`
      create table security.sessions (
        id uuid primary key,
        account_id uuid not null,
        workspace_id text not null,
        device text not null,
        token_hash text not null unique,
        started_at timestamptz(3) not null,
        used_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        ended_at timestamptz(3)
      );`);
    this.addSql('create index sessions_of_account on security.sessions (account_id);');
    this.addSql(`
      create table security.spent_tokens (
        token_hash text primary key,
        session_id uuid not null references security.sessions on delete cascade,
        spent_at timestamptz(3) not null
      );`);
    this.addSql('create index spent_tokens_of_session on security.spent_tokens (session_id);');
    this.addSql(`
      create table security.used_codes (
        account_id uuid not null,
        step bigint not null,
        primary key (account_id, step)
      );`);
  }

  override down(): void {
    this.addSql('drop schema security cascade;');
  }
}
