import type { MikroORM } from '@mikro-orm/postgresql';
import { EventLogUnavailable } from '../../event-log/errors.js';
import type { AnyRecordedEvent, EventLog } from '../../event-log/event-log.js';
import type { Reaction } from '../reaction.js';
import { messageOf } from '../batches/apply-batch.js';
import { backOffMs, pause } from './back-off.js';
import { isPassing, rows, transaction } from '../database/database.js';
import { typePrefixes } from './type-prefixes.js';

/** The effect happens within the transaction, and queues may be slow to answer. */
const EFFECT_MAY_TAKE = `set local idle_in_transaction_session_timeout to '60s'`;

export interface ReactionFollowerOptions {
  readonly orm: MikroORM;
  readonly eventLog: EventLog;
  readonly reaction: Reaction;
  readonly onError: (error: unknown) => void;
}

/** Takes one reaction through the log. An effect that fails is tried again, with growing delays, until it succeeds. */
export class ReactionFollower {
  private readonly aborting = new AbortController();
  private running: Promise<void> | undefined;
  private troubled = true;

  constructor(private readonly options: ReactionFollowerOptions) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.aborting.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.aborting;
    for (let tries = 0; !signal.aborted; tries += 1) {
      try {
        await this.followOnce();
      } catch (error) {
        if (signal.aborted) return;
        this.options.onError(error);
        // The log holds something that nobody here can read: passing over it would lose an effect without a word.
        if (!isPassing(error) && !(error instanceof EventLogUnavailable))
          return this.enter('stopped', messageOf(error));
      }
      await pause(backOffMs(tries), signal);
    }
  }

  private async followOnce(): Promise<void> {
    const { orm, eventLog, reaction } = this.options;
    const { signal } = this.aborting;
    const [row] = await rows<{ position: string | null }>(
      orm,
      'select position from following.reactions where reaction = $1',
      [reaction.name],
    );
    const after = row?.position == null ? undefined : BigInt(row.position);
    const headAtJoin = await eventLog.head();
    await this.recovered();
    for await (const item of eventLog.follow({
      after,
      typePrefixes: typePrefixes(reaction.eventTypes),
      signal,
    })) {
      if (item.kind === 'event') await this.reactUntilDone(item.event);
      else if (item.kind === 'checkpoint') await this.advance(item.position);
      else if (headAtJoin !== undefined) await this.advance(headAtJoin);
      if (signal.aborted) return;
    }
  }

  private async reactUntilDone(event: AnyRecordedEvent): Promise<void> {
    const { signal } = this.aborting;
    for (let tries = 0; !signal.aborted; tries += 1) {
      try {
        await this.advance(event.position, () => this.options.reaction.react(event));
        return await this.recovered();
      } catch (error) {
        this.options.onError(error);
        await this.enter('retrying', `${event.type} at position ${event.position}: ${messageOf(error)}`);
        await pause(backOffMs(tries), signal);
      }
    }
  }

  /**
   * The effect first, then the checkpoint. The row stays locked meanwhile, so a second reactor waits here and then
   * finds that it is done.
   */
  private async advance(position: bigint, effect?: () => Promise<void>): Promise<void> {
    const { orm, reaction } = this.options;
    await transaction(
      orm,
      async (sql) => {
        const [due] = await sql.run(
          `select 1 from following.reactions where reaction = $1 and (position is null or position < $2::bigint) for update`,
          [reaction.name, position.toString()],
        );
        if (!due) return;
        await effect?.();
        await sql.run(
          `update following.reactions set position = $2, events_counted = events_counted + $3, updated_at = now()
          where reaction = $1`,
          [reaction.name, position.toString(), effect ? 1 : 0],
        );
      },
      EFFECT_MAY_TAKE,
    );
  }

  private async recovered(): Promise<void> {
    if (this.troubled) await this.enter('running');
    this.troubled = false;
  }

  private async enter(state: 'running' | 'retrying' | 'stopped', error?: string): Promise<void> {
    this.troubled = true;
    try {
      await rows(
        this.options.orm,
        'update following.reactions set state = $2, error = $3 where reaction = $1',
        [this.options.reaction.name, state, error ?? null],
      );
    } catch (failure) {
      this.options.onError(failure);
    }
  }
}
