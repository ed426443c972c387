import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { KeywordsModule } from '../../backend/src/features/keywords/keywords.module.js';
import { databaseProviders } from '../../backend/src/platform/database/database.providers.js';
import { FreshReads } from '../../backend/src/platform/database/fresh-reads.js';
import { ProjectionTables } from '../../backend/src/platform/database/projection-tables.js';
import { API_PREFIX } from '../../backend/src/platform/http/addresses.js';
import { Cursors } from '../../backend/src/platform/http/cursors.js';
import { ProblemFilter } from '../../backend/src/platform/http/problem.filter.js';
import { addServerHooks } from '../../backend/src/platform/http/server-hooks.js';
import { createAdapter } from '../../backend/src/platform/http/server.js';
import { UnreadInputGuard } from '../../backend/src/platform/http/unread-input.guard.js';
import { requestValidation } from '../../backend/src/platform/http/validation.js';
import { jsonLog, type Log } from '../../backend/src/platform/observability/log.js';
import { Metrics } from '../../backend/src/platform/observability/metrics.js';
import { NestLog } from '../../backend/src/platform/observability/nest-log.js';
import { SearchQuota } from '../../backend/src/platform/quotas/search-quota.js';
import { runProgram } from '../../backend/src/platform/run-program.js';
import type { Entrance } from '../../backend/src/platform/security/entrance.js';
import { CONFIG, LOG } from '../../backend/src/platform/tokens.js';

/*
 * The keyword routes of the API as it was before anybody signed in: the same adapter, hooks, checks, log and index over the same
 * database, with an entrance that lets everybody in, and nothing that keeps a history. Ready once its rows are in memory.
 */

const { DATABASE_URL = '', PORT = '', CURSOR_SECRET = '' } = process.env;

/** Asks nothing, counts nothing. */
const openDoor: Pick<Entrance, 'enter'> = {
  enter(request) {
    request.asked = { requestId: request.id, actor: 'visitor', workspace: '', at: new Date().toISOString() };
    return Promise.resolve();
  },
};

await runProgram('open API', async () => {
  const copied = Promise.withResolvers<void>();
  const json = jsonLog();
  const log: Log = {
    write(level, message, fields) {
      json.write(level, message, fields);
      if (message === 'rows copied into memory') copied.resolve();
    },
  };
  const stores = [
    { provide: CONFIG, useValue: { DATABASE_URL, CURSOR_SECRET } },
    { provide: LOG, useValue: log },
    { provide: SearchQuota, useValue: { count: () => Promise.resolve() } },
    ...databaseProviders,
    ProjectionTables,
    FreshReads,
    Cursors,
    Metrics,
  ];

  @Global()
  @Module({ providers: stores, exports: stores })
  class Stores {}

  @Module({
    imports: [CqrsModule.forRoot(), Stores, KeywordsModule],
    providers: [
      { provide: APP_GUARD, useClass: UnreadInputGuard },
      { provide: APP_PIPE, useFactory: requestValidation },
      { provide: APP_FILTER, useClass: ProblemFilter },
    ],
  })
  class OpenApi {}

  const app = await NestFactory.create<NestFastifyApplication>(OpenApi, createAdapter(), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  addServerHooks(app.getHttpAdapter().getInstance(), log, app.get(Metrics), openDoor as Entrance);
  app.setGlobalPrefix(API_PREFIX);
  await app.listen(Number(PORT), '127.0.0.1');
  await copied.promise;
  return { told: await app.getUrl(), stop: () => app.close() };
});
