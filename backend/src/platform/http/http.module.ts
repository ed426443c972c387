import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { Entrance } from '../security/entrance.js';
import { Gate } from '../security/gate.js';
import { RoutePermissions } from '../security/route-permissions.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { UnreadInputGuard } from './unread-input.guard.js';
import { requestValidation } from './validation.js';

/** What holds for every route: who may call, what may come in, how errors go out. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    Entrance,
    Gate,
    RoutePermissions,
    { provide: APP_GUARD, useClass: UnreadInputGuard },
    { provide: APP_PIPE, useFactory: requestValidation },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Entrance, Gate],
})
export class HttpModule {}
