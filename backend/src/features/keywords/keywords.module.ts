import { Module } from '@nestjs/common';
import { KeywordHistoryController } from './history/keyword-history.controller.js';
import { GetKeywordHistoryHandler } from './history/keyword-history.query.js';
import { KeywordController } from './keyword/keyword.controller.js';
import { GetKeywordHandler } from './keyword/keyword.query.js';
import { KeywordListingsController } from './listings/keyword-listings.controller.js';
import { GetKeywordListingsHandler } from './listings/keyword-listings.query.js';
import { KeywordTables } from './reading/keyword-tables.js';
import { ListKeywordsController } from './search/list-keywords.controller.js';
import { ListKeywordsHandler } from './search/list-keywords.query.js';
import { KeywordIndex } from './search-index/keyword-index.js';
import { KeywordTrendController } from './trend/keyword-trend.controller.js';
import { GetKeywordTrendHandler } from './trend/keyword-trend.query.js';

/** Everything that is asked about keywords. All of it is answered from the one projection `keywords`. */
@Module({
  controllers: [
    ListKeywordsController,
    KeywordController,
    KeywordTrendController,
    KeywordHistoryController,
    KeywordListingsController,
  ],
  providers: [
    KeywordTables,
    KeywordIndex,
    ListKeywordsHandler,
    GetKeywordHandler,
    GetKeywordTrendHandler,
    GetKeywordHistoryHandler,
    GetKeywordListingsHandler,
  ],
})
export class KeywordsModule {}
