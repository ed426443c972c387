import { enPlural as plural } from '../../../core/i18n/phrases.js';

/** Sentences of the operations. */
export const en = {
  title: 'Operations',
  revenue: 'Revenue and payments',
  help: 'Projections turn the event log into the tables that answer. Each can be built anew from the first event while the old one goes on answering.',
  head: (position: string) =>
    `The log ends at position ${position}. Events that are not for a projection count too, so one at rest may seem a little behind.`,
  list: 'Projections',
  name: 'Name',
  version: (version: number, build: number) => `version ${version}, build ${build}`,
  position: 'Position',
  at: (position: string) => `at position ${position}`,
  lag: 'Behind',
  rate: 'Events/s',
  events: 'Events',
  status: 'Status',
  loading: 'Loading projections',
  errorTitle: 'The projections could not be loaded.',
  old: 'The server does not answer: these are the last numbers it gave.',
  empty: 'No projection has started yet.',
  emptyHelp: 'They appear once the projector runs.',
  upToDate: 'up to date',
  positions: (n: number) => plural(n, 'position', 'positions'),
  states: {
    'catching-up': 'catching up',
    running: 'running',
    retrying: 'trying again',
    stopped: 'stopped',
    held: 'held',
    unfollowed: 'not followed by any process',
    degraded: 'degraded: events were set aside',
  },
  building: (build: number, version: number) => `Build ${build} of version ${version} is being made`,
  progress: (name: string) => `Progress of the rebuild of ${name}`,
  pace: (events: string) => `${events} events/s`,
  left: {
    second: (n: number) => `${n} s left`,
    minute: (n: number) => `${n} min left`,
    hour: (n: number) => `${n} h left`,
  },
  requested: 'A rebuild is asked for; the projector has not begun yet.',
  held: (build: number) => `Build ${build} is ready and held`,
  heldHelp: 'Look at the difference; then switch to it or cancel it.',
  parked: (n: number) => `${plural(n, 'event was', 'events were')} stepped over`,
  nothingToUndo: 'There is no earlier build to go back to.',
  leave: 'Leave it',
  orders: {
    rebuild: {
      button: 'Rebuild',
      title: (name: string) => `Rebuild ${name}?`,
      text: () =>
        'Every event is read again into new tables. The old ones go on answering until the new have caught up; then readers are switched.',
      done: (name: string) => `The rebuild of ${name} is asked for.`,
    },
    switch: {
      button: 'Switch to it',
      title: (name: string) => `Switch ${name} to the new build?`,
      text: () => 'It has fewer rows than the one that answers. That one is kept, so this can be undone.',
      done: (name: string) => `${name} is switched to the new build.`,
    },
    undo: {
      button: 'Undo the switch',
      title: (name: string) => `Go back to the earlier build of ${name}?`,
      text: (previous: number) =>
        `Build ${previous} answers again. The one that answers now is kept, so this can be undone too.`,
      done: (name: string) => `${name} is back on its earlier build.`,
    },
    cancel: {
      button: 'Cancel the rebuild',
      title: (name: string) => `Cancel the rebuild of ${name}?`,
      text: () => 'What was built so far is dropped. Readers notice nothing.',
      done: (name: string) => `The rebuild of ${name} is cancelled.`,
    },
  },
  reactions: 'Reactions',
  reactionsHelp: 'What is done once for each event, such as sending a look to the crawler. Never repeated.',
};

export type OperationsWords = typeof en;
