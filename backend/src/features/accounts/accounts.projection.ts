import type { Projection } from '../../../following/projection.js';

export const ACCOUNTS = 'accounts';

/**
 * Who has an account. Personal texts stay sealed here as they are in the log, so a person whose key was destroyed is unreadable in
 * every build, old and new.
 */
export const accountsProjection: Projection = {
  name: ACCOUNTS,
  version: 1,
  eventTypes: [
    'account.Registered.v1',
    'account.EmailVerified.v1',
    'account.NameChanged.v1',
    'account.SecondFactorEnabled.v1',
    'account.SecondFactorDisabled.v1',
    'account.OperatorAppointed.v1',
    'account.OperatorDismissed.v1',
    'account.Closed.v1',
    'account.Erased.v1',
  ],
  tables: `
    create table accounts (
      id uuid primary key,
      email text not null,
      email_hash text not null,
      name text not null,
      locale text not null,
      is_verified boolean not null default false,
      is_operator boolean not null default false,
      has_second_factor boolean not null default false,
      is_closed boolean not null default false,
      registered_at timestamptz(3) not null
    );
    create index on accounts (registered_at desc, id desc);
  `,
  async apply(events, sql) {
    const moved = new Set<string>();
    for (const { type, data, metadata } of events) {
      if (!('accountId' in data)) continue;
      const set = (column: string, value: unknown) =>
        sql.run(`update accounts set ${column} = $2 where id = $1`, [data.accountId, value]);
      if (type === 'account.Registered.v1')
        await sql.run(
          `insert into accounts (id, email, email_hash, name, locale, registered_at) values ($1, $2, $3, $4, $5, $6)
           on conflict (id) do nothing`,
          [data.accountId, data.email, data.emailHash, data.name, data.locale, metadata.occurredAt],
        );
      else if (type === 'account.EmailVerified.v1') await set('is_verified', true);
      else if (type === 'account.NameChanged.v1') await set('name', data.name);
      else if (type === 'account.SecondFactorEnabled.v1') await set('has_second_factor', true);
      else if (type === 'account.SecondFactorDisabled.v1') await set('has_second_factor', false);
      else if (type === 'account.OperatorAppointed.v1') await set('is_operator', true);
      else if (type === 'account.OperatorDismissed.v1') await set('is_operator', false);
      else if (type === 'account.Closed.v1') await set('is_closed', true);
      else if (type === 'account.Erased.v1')
        await sql.run('delete from accounts where id = $1', [data.accountId]);
      else continue;
      moved.add(data.accountId);
    }
    return [...moved];
  },
};
