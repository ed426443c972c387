import type { CheckedLog } from './checked-log.js';
import type { AppendOperation, Refused, RemoveOperation } from './history.js';
import type { LoggedStream } from './logged-streams.js';
import type { Step } from './real-time.js';
import { appendDue, removalDue, type Due } from './stream-rules.js';
import { placeOf, versionAt, versionIndexAt, type Written } from './writers.js';

/** Checks what each writer was told against the log. @returns the writes as steps in time. */
export function writeSteps(log: CheckedLog): Step[] {
  const steps: Step[] = [];
  for (const operation of log.history.operations) {
    if (operation.kind !== 'append' && operation.kind !== 'remove') continue;
    const written = log.writers.written.get(operation);
    if (written) steps.push(storingStep(log, operation, written));
    else if (operation.outcome.kind !== 'unknown') steps.push(idleStep(log, operation));
  }
  return steps;
}

type Write = AppendOperation | RemoveOperation;

function storingStep(log: CheckedLog, operation: Write, { first, end }: Written): Step {
  const { findings, entries } = log;
  const stream = log.streams.named(operation.stream);
  const due = dueAt(stream, versionAt(stream, first), operation);
  const what = `${named(operation)} (${due.kind})`;
  if (due.kind === 'repeats') findings.add('stored twice', what);
  else if (due.kind !== 'stores') findings.add('stale expectation accepted', what);
  const last = entries[end - 1];
  const { outcome } = operation;
  if (outcome.kind === 'stored' && last && outcome.position !== last.position)
    findings.add('wrong position told', `${outcome.position} for ${placeOf(last)}`);
  const settle = (atLeast: number) => {
    if (atLeast > first) {
      const place = `stands at place ${first}; ${atLeast} entries were there before it began`;
      findings.add('out of real-time order', `${named(operation)} ${place}`);
    }
    return end;
  };
  return { invoked: operation.invoked, completed: operation.completed, settle };
}

/** A write that was answered and stored nothing: a repeat, or a refusal. Some version of the stream must explain it. */
function idleStep(log: CheckedLog, operation: Write): Step {
  const stream = log.streams.named(operation.stream);
  const settle = (atLeast: number) => {
    for (let n = versionIndexAt(stream, atLeast); n < stream.versions.length; n++) {
      const version = stream.versions[n];
      if (!version || (version.from > atLeast && log.cutsAnAppend(version.from))) continue;
      if (explains(dueAt(stream, version, operation), operation, stream, log))
        return Math.max(atLeast, version.from);
    }
    reportUnexplained(log, stream, operation);
    return atLeast;
  };
  return { invoked: operation.invoked, completed: operation.completed, settle };
}

function explains(due: Due, { outcome }: Write, stream: LoggedStream, log: CheckedLog): boolean {
  switch (outcome.kind) {
    case 'stored': {
      if (due.kind !== 'repeats' || due.revision !== outcome.revision) return false;
      return log.entries[stream.places[due.revision] ?? -1]?.position === outcome.position;
    }
    case 'refused':
      return explainsRefusal(due, outcome);
    case 'removed':
    case 'unknown':
      return false;
  }
}

function explainsRefusal(due: Due, { reason, actual }: Refused): boolean {
  if (due.kind === 'wrong-revision')
    return reason === 'wrong-revision' && (actual === undefined || actual === due.actual);
  return due.kind === 'stream-deleted' && reason === 'stream-deleted';
}

function reportUnexplained(log: CheckedLog, stream: LoggedStream, operation: Write): void {
  const { findings } = log;
  const what = named(operation);
  if (operation.outcome.kind === 'refused') findings.add('refused without cause', what);
  else if (operation.kind === 'remove') findings.add('lost delete', what);
  else {
    const stored = operation.events.filter(({ id }) => stream.revisionsOf.has(id)).length;
    if (stored === 0) findings.add('lost append', what);
    else if (stored < operation.events.length) findings.add('torn append', what);
    else findings.add(isAt(stream, operation) ? 'wrong position told' : 'wrong revision told', what);
  }
}

function isAt(stream: LoggedStream, { outcome, events }: AppendOperation): boolean {
  return outcome.kind === 'stored' && stream.ids[outcome.revision] === events.at(-1)?.id;
}

function dueAt(stream: LoggedStream, version: LoggedStream['versions'][number], operation: Write): Due {
  if (operation.kind === 'remove') return removalDue(version, operation.how, operation.expected);
  const ids = operation.events.map(({ id }) => id);
  return appendDue(stream, version, operation.expected, ids);
}

function named(operation: Write): string {
  const { client, stream, expected, outcome } = operation;
  const did = operation.kind === 'append' ? `append of ${operation.events.length}` : operation.how;
  const told = JSON.stringify(outcome, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  const ids = operation.kind === 'append' ? `, ids ${operation.events.map(({ id }) => id).join(' ')}` : '';
  return `client ${client}'s ${did} to ${stream} expecting ${expected}, told ${told}${ids}`;
}
