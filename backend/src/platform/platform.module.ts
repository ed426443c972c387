import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Config } from './config/config.js';
import { Connections } from './connections.js';
import { databaseProviders } from './database/database.providers.js';
import { FreshReads } from './database/fresh-reads.js';
import { ProjectionTables } from './database/projection-tables.js';
import { eventLogProvider } from './event-log/event-log.provider.js';
import { Cursors } from './http/cursors.js';
import { HttpModule } from './http/http.module.js';
import { IdempotencyStore } from './http/idempotency-store.js';
import type { Log } from './observability/log.js';
import { Metrics } from './observability/metrics.js';
import { QueuesModule } from './queues/queues.module.js';
import { redisProvider } from './queues/redis.provider.js';
import { privacyProviders } from './privacy/privacy.providers.js';
import { securityProviders } from './security/security.providers.js';
import { Limits } from './limits/limits.js';
import { RequestAllowances } from './limits/request-allowances.js';
import { requestLimits, type RequestLimits } from './limits/request-limits.js';
import { Quotas } from './quotas/quotas.js';
import { SearchQuota } from './quotas/search-quota.js';
import { StartUp } from './start-up.js';
import { CLOCK, CONFIG, LOG, REQUEST_LIMITS, type Clock } from './tokens.js';

export interface PlatformOptions {
  readonly config: Config;
  readonly log: Log;
  /** The time, for tests that need another. */
  readonly clock?: Clock;
  /** How often the API may be asked, for tests that need another table. */
  readonly requestLimits?: RequestLimits;
}

/** What features stand on: configuration, stores, HTTP rules, logs. Features inject from here and import no library of it. */
@Global()
@Module({})
export class PlatformModule {
  static forApi(options: PlatformOptions): DynamicModule {
    const values = [
      { provide: CONFIG, useValue: options.config },
      { provide: LOG, useValue: options.log },
      { provide: CLOCK, useValue: options.clock ?? Date.now },
      {
        provide: REQUEST_LIMITS,
        useValue: options.requestLimits ?? requestLimits(options.config.REQUEST_LIMIT_FACTOR),
      },
    ];
    const shared = [
      ...values,
      eventLogProvider,
      redisProvider,
      ...databaseProviders,
      ProjectionTables,
      FreshReads,
      Cursors,
      Metrics,
      IdempotencyStore,
      Limits,
      RequestAllowances,
      Quotas,
      SearchQuota,
      StartUp,
      ...privacyProviders,
      ...securityProviders,
    ];
    return {
      module: PlatformModule,
      imports: [CqrsModule.forRoot(), HttpModule, QueuesModule],
      providers: [...shared, Connections],
      exports: [...shared, CqrsModule, QueuesModule],
    };
  }
}
