/** Sentences of the search history. */
export const en = {
  title: 'Search history',
  help: 'What you searched for, for your eyes alone. Run a search again, or see what the same search said then.',
  list: 'Your searches',
  loading: 'Loading your searches',
  found: (count: number) => (count === 1 ? '1 keyword shown' : `${count} keywords shown`),
  similar: 'similar words',
  again: 'Again',
  againOf: (query: string) => `Search for “${query}” again`,
  then: 'What it said then',
  thenOf: (query: string) => `What the search for “${query}” said then`,
  remove: 'Remove',
  removeOf: (query: string) => `Remove the search for “${query}”`,
  clear: 'Clear all',
  clearLabel: 'Clear the whole search history',
  more: 'Show more',
  errorTitle: 'Your searches could not be read',
  emptyTitle: 'No searches yet',
  emptyHelp:
    'Look up a keyword, and it will be here. Searches are kept only if your privacy settings allow it.',
  research: 'Look up a keyword',
};
