import { Module } from '@nestjs/common';
import { CountTracked } from './count-tracked.query.js';
import { ListTrackedKeywordsHandler } from './list-tracked-keywords.query.js';
import { TrackKeywordHandler } from './track-keyword.command.js';
import { TrackedKeywordsController } from './tracked-keywords.controller.js';
import { UntrackKeywordHandler } from './untrack-keyword.command.js';

@Module({
  controllers: [TrackedKeywordsController],
  providers: [CountTracked, TrackKeywordHandler, UntrackKeywordHandler, ListTrackedKeywordsHandler],
})
export class KeywordTrackingModule {}
