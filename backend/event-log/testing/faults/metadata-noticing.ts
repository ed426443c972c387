import type { Noticing } from './noticing-shape.js';

/** What the faults in metadata and links are noticed by. */
export const metadataNoticing: Readonly<Record<string, Noticing>> = {
  'forgets a greatest count': {
    noticed: [
      'a greatest count leaves the newest events',
      'a greatest count leaves the same backwards',
      'a read from a revision that a greatest count hides begins with what is left, and still gives as many as asked for',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'keeps one event more than the greatest count': {
    noticed: [
      'a greatest count leaves the newest events',
      'a greatest count leaves the same backwards',
      'of a greatest count and a truncation the stricter holds',
      'a greatest count moves on with each append',
      'a subscription from the start gives what is left',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'truncates one event too many': {
    noticed: [
      'a truncation hides what is before it',
      'a truncation hides the same backwards',
      'of a truncation and a greatest count the stricter holds',
      'newer metadata takes the place of the older whole',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'forgets a greatest age': {
    noticed: ['a greatest age hides what is older, and revisions go on behind it'],
    unharmed: 'expecting a later revision is refused',
  },
  'keeps limits alone of the metadata': {
    noticed: ['metadata comes back as it was set, limits, rights and fields of our own'],
    unharmed: 'expecting a later revision is refused',
  },
  'takes every metadata for a truncation': {
    noticed: ['fields of our own in the metadata hide nothing'],
    unharmed: 'expecting a later revision is refused',
  },
  'lets metadata replace metadata, whatever it expects': {
    noticed: ['metadata that expects none is refused where there is some'],
    unharmed: 'expecting a later revision is refused',
  },
  'leaves metadata out of $all': {
    noticed: ['metadata stands in $all between the events around it'],
    unharmed: 'expecting a later revision is refused',
  },
  'gives no events of a stream that has metadata in $all': {
    noticed: ['what is hidden in its stream stays in $all'],
    unharmed: 'expecting a later revision is refused',
  },
  'numbers metadata from the newest': {
    noticed: ['metadata is an event of a stream of its own, of which the newest alone is read'],
    unharmed: 'expecting a later revision is refused',
  },
  'does not resolve links': {
    noticed: [
      'a resolved link gives the event that it points to, and itself beside it',
      'a subscription resolves links where it was asked to',
      'a resolved link to what is not there gives itself alone',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'resolves links that nobody asked to resolve': {
    noticed: ['links read as themselves where nobody asked to resolve them'],
    unharmed: 'expecting a later revision is refused',
  },
  'leaves the link of a resolved event out': {
    noticed: [
      'a resolved link gives the event that it points to, and itself beside it',
      'a subscription resolves links where it was asked to',
    ],
    unharmed: 'expecting a later revision is refused',
  },
  'leaves out links to what is not there': {
    noticed: ['a resolved link to what is not there gives itself alone'],
    unharmed: 'expecting a later revision is refused',
  },
  'puts each event beside itself as a link': {
    noticed: ['events that are no links read alike, resolved or not'],
    unharmed: 'expecting a later revision is refused',
  },
};
