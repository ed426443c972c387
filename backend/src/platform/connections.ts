import { setTimeout as pause } from 'node:timers/promises';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { EventLog } from '../../event-log/event-log.js';
import { Notices } from '../../following/waiting/notices.js';
import type { Log } from './observability/log.js';
import { EVENT_LOG, LOG, REDIS } from './tokens.js';

/** A connection that does not close by then is left to the end of the process. */
const PATIENCE_MS = 3_000;

/** Closes what the platform opened, once no request is under way any more. */
@Injectable()
export class Connections implements OnApplicationShutdown {
  constructor(
    @Inject(EVENT_LOG) private readonly eventLog: EventLog,
    @Inject(REDIS) private readonly redis: Redis,
    @Inject(LOG) private readonly log: Log,
    private readonly orm: MikroORM,
    private readonly notices: Notices,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    this.redis.disconnect();
    await Promise.all([
      this.closed('the event log', this.eventLog.close()),
      this.closed(
        'PostgreSQL',
        this.notices.close().then(() => this.orm.close()),
      ),
    ]);
  }

  private async closed(what: string, closing: Promise<unknown>): Promise<void> {
    const patience = new AbortController();
    const late = pause(PATIENCE_MS, 'late' as const, { signal: patience.signal, ref: false });
    try {
      if ((await Promise.race([closing, late])) === 'late')
        this.log.write('warn', 'a connection did not close in time', { what });
    } catch (error) {
      this.log.write('warn', 'a connection did not close cleanly', { what, error });
    } finally {
      late.catch(() => 'nobody waits for it any more');
      patience.abort();
    }
  }
}
