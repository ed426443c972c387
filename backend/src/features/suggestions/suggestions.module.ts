import { Module } from '@nestjs/common';
import { ListSuggestionsHandler } from './list-suggestions.query.js';
import { SuggestionsController } from './suggestions.controller.js';
import { TypeAheadIndex } from './type-ahead/type-ahead-index.js';

@Module({ controllers: [SuggestionsController], providers: [ListSuggestionsHandler, TypeAheadIndex] })
export class SuggestionsModule {}
