import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DailyExpiry } from './daily-expiry.js';
import { ExpireSearchesHandler } from './expire-searches.command.js';
import { FindExpiredHandler } from './find-expired.query.js';
import { FindRefusalsHandler } from './find-refusals.query.js';
import { FindSearchHandler } from './find-search.query.js';
import { ForgetSearchesHandler } from './forget-searches.command.js';
import { KeepSearchesHandler } from './keep-searches.command.js';
import { ListSearchesHandler } from './list-searches.query.js';
import { NoticeSearches } from './notice-searches.interceptor.js';
import { Retention } from './retention.js';
import { SearchesController } from './searches.controller.js';
import { WaitingSearches } from './waiting-searches.js';

/** What somebody searched for. */
@Module({
  controllers: [SearchesController],
  providers: [
    WaitingSearches,
    Retention,
    DailyExpiry,
    KeepSearchesHandler,
    ForgetSearchesHandler,
    ExpireSearchesHandler,
    ListSearchesHandler,
    FindSearchHandler,
    FindRefusalsHandler,
    FindExpiredHandler,
    { provide: APP_INTERCEPTOR, useClass: NoticeSearches },
  ],
})
export class SearchHistoryModule {}
