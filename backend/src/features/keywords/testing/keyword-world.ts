import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MikroORM } from '@mikro-orm/postgresql';
import type { AnyRecordedEvent } from '../../../../event-log/event-log.js';
import { connectOrm } from '../../../../following/database/connect-orm.js';
import { projectionSpec, type ProjectionSpec } from '../../../../following/testing/projection-spec.js';
import type { TestPostgres } from '../../../../following/testing/test-postgres.js';
import { LiveBuilds } from '../../../../following/waiting/live-builds.js';
import { Notices } from '../../../../following/waiting/notices.js';
import { ProjectionMoves } from '../../../../following/waiting/projection-moves.js';
import { ProjectionWaiter } from '../../../../following/waiting/projection-waiter.js';
import { FreshReads } from '../../../platform/database/fresh-reads.js';
import { ProjectionTables } from '../../../platform/database/projection-tables.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { ProblemFilter } from '../../../platform/http/problem.filter.js';
import { createAdapter } from '../../../platform/http/server.js';
import { UnreadInputGuard } from '../../../platform/http/unread-input.guard.js';
import { requestValidation } from '../../../platform/http/validation.js';
import { SearchQuota } from '../../../platform/quotas/search-quota.js';
import { CONFIG, LOG } from '../../../platform/tokens.js';
import { KeywordsModule } from '../keywords.module.js';
import { KeywordTables } from '../reading/keyword-tables.js';
import { KeywordIndex } from '../search-index/keyword-index.js';
import { keywordsProjection } from '../projection/keywords.projection.js';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** The keyword routes on a PostgreSQL of their own, fed with events directly. */
export interface KeywordWorld {
  readonly projection: ProjectionSpec;
  readonly tables: KeywordTables;
  readonly index: KeywordIndex;
  given(events: readonly AnyRecordedEvent[]): Promise<void>;
  get<Body = Record<string, unknown>>(
    path: string,
    query?: Readonly<Record<string, string>>,
    workspace?: string,
  ): Promise<Answer<Body>>;
  close(): Promise<void>;
}

const SILENT = { write: () => undefined };

export async function openKeywordWorld(postgres: TestPostgres): Promise<KeywordWorld> {
  const databaseUrl = await postgres.createDatabase();
  const projection = await projectionSpec(databaseUrl, keywordsProjection);
  const orm = await connectOrm(databaseUrl, { poolSize: 4 });
  const notices = await Notices.connect(orm);
  const moves = await ProjectionMoves.listen(orm, notices);
  const stores = [
    { provide: MikroORM, useValue: orm },
    { provide: Notices, useValue: notices },
    { provide: ProjectionMoves, useValue: moves },
    { provide: LiveBuilds, useValue: await LiveBuilds.listen(orm, notices) },
    { provide: ProjectionWaiter, useValue: new ProjectionWaiter(orm, moves) },
    { provide: CONFIG, useValue: { CURSOR_SECRET: 'a secret of the specs alone' } },
    { provide: LOG, useValue: SILENT },
    { provide: SearchQuota, useValue: { count: () => Promise.resolve() } },
    ProjectionTables,
    FreshReads,
    Cursors,
  ];

  @Global()
  @Module({ providers: stores, exports: stores })
  class Stores {}

  const testing = await Test.createTestingModule({
    imports: [CqrsModule.forRoot(), Stores, KeywordsModule],
    providers: [
      { provide: APP_GUARD, useClass: UnreadInputGuard },
      { provide: APP_PIPE, useFactory: requestValidation },
      { provide: APP_FILTER, useClass: ProblemFilter },
    ],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createAdapter());
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
      request.asked = {
        requestId: 'test',
        actor: 'test',
        at: new Date().toISOString(),
        workspace: String(request.headers['x-workspace']),
      };
      done();
    });
  app.setGlobalPrefix('api/v1');
  await app.init();
  return {
    projection,
    tables: app.get(KeywordTables),
    index: app.get(KeywordIndex),
    given: (events) => projection.given(events),
    async get<Body>(path: string, query: Readonly<Record<string, string>> = {}, workspace = 'demo') {
      const headers = { 'x-workspace': workspace };
      const answer = await app.inject({ method: 'GET', url: `/api/v1${path}`, query: { ...query }, headers });
      return { status: answer.statusCode, body: JSON.parse(answer.payload) as Body };
    },
    async close() {
      await app.close();
      await notices.close();
      await orm.close();
      await projection.close();
    },
  };
}
