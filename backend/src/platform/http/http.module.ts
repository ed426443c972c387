import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from '../security/access.guard.js';
import { RequireDeclaredAccess } from '../security/declared-access.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { ProblemFilter } from './problem.filter.js';
import { UnreadInputGuard } from './unread-input.guard.js';
import { requestValidation } from './validation.js';

/** What holds for every route: who may call, what may come in, how errors go out. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    RequireDeclaredAccess,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: UnreadInputGuard },
    { provide: APP_PIPE, useFactory: requestValidation },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
