import { defineEvent } from '../define-event.js';
import { keywordsSearchedV1 } from './keywords-searched/v1.js';
import { searchDeletedV1 } from './search-deleted/v1.js';
import { searchHistoryClearedV1 } from './search-history-cleared/v1.js';
import { searchesExpiredV1 } from './searches-expired/v1.js';

/** Events of research: what somebody searched for. */
export const researchEvents = {
  'research.KeywordsSearched.v1': defineEvent({
    name: 'research.KeywordsSearched',
    category: 'searchHistory',
    writer: 'backend/src/features/search-history',
    about: 'A signed-in person searched, and what came back in short.',
    versions: [keywordsSearchedV1],
    upcasts: [],
  }),
  'research.SearchDeleted.v1': defineEvent({
    name: 'research.SearchDeleted',
    category: 'searchHistory',
    writer: 'backend/src/features/search-history',
    about: 'A person took one search out of their history.',
    versions: [searchDeletedV1],
    upcasts: [],
  }),
  'research.SearchHistoryCleared.v1': defineEvent({
    name: 'research.SearchHistoryCleared',
    category: 'searchHistory',
    writer: 'backend/src/features/search-history',
    about: 'A person emptied their search history.',
    versions: [searchHistoryClearedV1],
    upcasts: [],
  }),
  'research.SearchesExpired.v1': defineEvent({
    name: 'research.SearchesExpired',
    category: 'searchHistory',
    writer: 'backend/src/features/search-history',
    about: 'Searches of a person are older than their plan keeps them.',
    versions: [searchesExpiredV1],
    upcasts: [],
  }),
} as const;
