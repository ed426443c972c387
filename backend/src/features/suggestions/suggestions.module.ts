import { Module } from '@nestjs/common';
import { ListSuggestionsHandler } from './list-suggestions.query.js';
import { SuggestionsController } from './suggestions.controller.js';

@Module({ controllers: [SuggestionsController], providers: [ListSuggestionsHandler] })
export class SuggestionsModule {}
