import type { EventType } from '../../../../contracts/events/catalogue.js';
import { subscriptionEvents } from '../../../../contracts/events/subscription/subscription-events.js';
import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import type { Projection, ProjectionSql } from '../../../../following/projection.js';
import { billingNow } from '../subscription/billing-now.js';
import { entitlement } from '../subscription/entitlement.js';
import { customerOf } from '../subscription/subscription-state.js';
import { stateOf, termsIn, type StoredFact } from './stored-facts.js';

export const SUBSCRIPTIONS = 'subscriptions';

const FACTS = (Object.keys(subscriptionEvents) as EventType[]).filter(
  (type) => type !== 'subscription.StripeEventStored.v1',
);

/**
 * What workspaces pay for. `subscription_fact` keeps every fact as it was recorded, so that a workspace's standing can be told as of any
 * moment by the rules of the decider; `subscription` is what it comes to after the newest one, for whoever looks at all of them. Time
 * alone changes it at `changes_at`.
 */
export const subscriptionsProjection: Projection = {
  name: SUBSCRIPTIONS,
  version: 1,
  eventTypes: FACTS,
  tables: `
    create table subscription_fact (
      event_id uuid primary key,
      workspace text not null,
      type text not null,
      occurred_at timestamptz(3) not null,
      recorded_at timestamptz(3) not null,
      position bigint not null,
      actor text not null,
      data jsonb not null
    );
    create index on subscription_fact (workspace, position);
    create table subscription (
      workspace text primary key,
      customer_id text,
      plan text not null,
      status text not null,
      reason text not null,
      in_grace boolean not null,
      subscription_id text,
      interval text,
      currency text,
      amount_minor bigint,
      started_at timestamptz(3),
      until timestamptz(3),
      cancel_at timestamptz(3),
      changes_at timestamptz(3)
    );
    create index on subscription (customer_id);
    create index on subscription (changes_at);
  `,
  keysOf: (event) => workspacesOf(event),
  async apply(events, sql) {
    const moved = new Map<string, string>();
    for (const event of events) {
      const [workspace] = workspacesOf(event);
      if (workspace === undefined) continue;
      await keep(event, workspace, sql);
      const before = moved.get(workspace);
      const { recordedAt } = event.metadata;
      if (before === undefined || before < recordedAt) moved.set(workspace, recordedAt);
    }
    for (const [workspace, recordedAt] of moved) await sum(workspace, recordedAt, sql);
    return [...moved.keys()];
  },
};

const workspacesOf = ({ data }: AnyRecordedEvent): string[] =>
  'workspaceId' in data ? [String(data.workspaceId)] : [];

async function keep(event: AnyRecordedEvent, workspace: string, sql: ProjectionSql): Promise<void> {
  const { id, type, metadata, position, data } = event;
  await sql.run(
    `insert into subscription_fact (event_id, workspace, type, occurred_at, recorded_at, position, actor, data)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      id,
      workspace,
      type,
      metadata.occurredAt,
      metadata.recordedAt,
      String(position),
      metadata.actor,
      JSON.stringify(data),
    ],
  );
}

async function sum(workspace: string, recordedAt: string, sql: ProjectionSql): Promise<void> {
  const facts = await sql.run<StoredFact>('select type, data from subscription_fact where workspace = $1', [
    workspace,
  ]);
  const state = stateOf(facts);
  const now = entitlement(state, billingNow(state, recordedAt));
  const terms = now.subscriptionId === null ? undefined : termsIn(state, now.subscriptionId);
  await sql.run(
    `insert into subscription (workspace, customer_id, plan, status, reason, in_grace, subscription_id, interval, currency,
                               amount_minor, started_at, until, cancel_at, changes_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (workspace) do update set
       customer_id = excluded.customer_id, plan = excluded.plan, status = excluded.status, reason = excluded.reason,
       in_grace = excluded.in_grace, subscription_id = excluded.subscription_id, interval = excluded.interval,
       currency = excluded.currency, amount_minor = excluded.amount_minor, started_at = excluded.started_at,
       until = excluded.until, cancel_at = excluded.cancel_at, changes_at = excluded.changes_at`,
    [
      workspace,
      customerOf(state) ?? null,
      now.plan,
      now.status,
      now.reason,
      now.inGrace,
      now.subscriptionId,
      terms?.interval ?? null,
      terms?.currency ?? null,
      terms?.amountMinor ?? null,
      terms?.startedAt ?? null,
      now.until,
      now.cancelAt,
      now.changesAt,
    ],
  );
}
