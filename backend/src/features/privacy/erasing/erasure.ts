import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { EventLog } from '../../../../event-log/event-log.js';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { KeyRing } from '../../../platform/privacy/key-ring.js';
import { EVENT_LOG, REDIS } from '../../../platform/tokens.js';
import { erasePerson } from './erase-person.js';

/** The erasure with the stores of the API. */
@Injectable()
export class Erasure {
  constructor(
    @Inject(EVENT_LOG) private readonly eventLog: EventLog,
    private readonly orm: MikroORM,
    private readonly tables: ProjectionTables,
    private readonly fresh: FreshReads,
    private readonly ring: KeyRing,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  of(accountId: string): Promise<void> {
    const { eventLog, orm, tables, fresh, ring, redis } = this;
    return erasePerson({ eventLog, orm, tables, fresh, ring, redis }, accountId);
  }
}
