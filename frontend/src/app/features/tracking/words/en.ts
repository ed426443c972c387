import { enPlural as plural, enQuoted as quoted } from '../../../core/i18n/phrases.js';

/** Sentences of the tracked keywords. */
export const en = {
  title: 'Tracking',
  help: 'Tracked keywords are looked at again and again, so that their history grows.',
  addLabel: 'Keyword to track',
  addPlaceholder: 'e.g. wedding invitation template',
  add: 'Track',
  marketplace: 'Marketplace',
  country: 'Country',
  list: 'Tracked keywords',
  loading: 'Loading tracked keywords',
  since: (day: string) => `since ${day}`,
  untrack: (keyword: string, marketplace: string) => `Stop tracking ${keyword} on ${marketplace}`,
  untracked: (keyword: string) => `${quoted(keyword)} is no longer tracked.`,
  trackedNow: (keyword: string) => `${quoted(keyword)} is tracked now; a look follows.`,
  undo: 'Undo',
  emptyTitle: 'Nothing is tracked yet.',
  emptyHelp: 'Add a keyword above, or press Track on a keyword’s page. For example:',
  errorTitle: 'The tracked keywords could not be loaded.',
  count: (n: number) => plural(n, 'keyword', 'keywords'),
  empty: 'Type a keyword first.',
  more: 'Show more',
};

export type TrackingWords = typeof en;
