import type { CheckedLog } from './checked-log.js';
import {
  isOfTheStore,
  type AllRange,
  type ReadOperation,
  type ReadOutcome,
  type StreamRange,
} from './history.js';
import type { LoggedStream, StreamVersion } from './logged-streams.js';
import type { Step } from './real-time.js';
import { versionIndexAt } from './writers.js';

/** Checks what each reader got against the log. @returns the reads as steps in time. */
export function readSteps(log: CheckedLog): Step[] {
  return log.history.operations
    .filter((operation) => operation.kind === 'read')
    .filter(({ outcome }) => outcome.kind !== 'unknown')
    .map((operation) => readStep(log, operation))
    .filter((step) => step !== undefined);
}

function readStep(log: CheckedLog, operation: ReadOperation): Step | undefined {
  const { range, outcome, invoked, completed, client } = operation;
  const where = `client ${client}'s read of ${range.of === 'stream' ? range.stream : '$all'}`;
  const given = outcome.kind === 'read' ? outcome.events : [];
  const seen = given.filter((event) => !isOfTheStore(event));
  const places = seen.map((event) => log.placeOfSeen(event, where)).filter((place) => place !== undefined);
  if (places.length < seen.length) return undefined; // reported by its events
  const ranks =
    range.of === 'stream'
      ? seen.map(({ revision }) => revision)
      : places.map((place) => log.rankOf.get(place) ?? -1);
  if (!areConsecutive(log, ranks, range.backwards === true, where)) return undefined;
  const settle =
    range.of === 'stream'
      ? streamSettler(log, range, outcome, ranks, where)
      : allSettler(log, range, { ranks, isCut: given.length >= (range.limit ?? Infinity) }, where);
  return { invoked, completed, settle };
}

function areConsecutive(
  log: CheckedLog,
  ranks: readonly number[],
  backwards: boolean,
  where: string,
): boolean {
  for (let n = 1; n < ranks.length; n++) {
    const step = ((ranks[n] ?? 0) - (ranks[n - 1] ?? 0)) * (backwards ? -1 : 1);
    if (step === 1) continue;
    const name = step > 1 ? 'read with a hole' : 'read out of order';
    log.findings.add(name, `${where}: after number ${ranks[n - 1]} comes ${ranks[n]}`);
    return false;
  }
  return true;
}

/** What a read of this version of the stream must give: `first` and `last` revision, of none if last < first. */
type StreamDue = 'absent' | 'deleted' | { readonly first: number; readonly last: number };

function streamDue(version: StreamVersion, { from, limit = Infinity, backwards }: StreamRange): StreamDue {
  if (version.isTombstoned) return 'deleted';
  if (version.length === 0 || version.isSoftDeleted) return 'absent';
  const [oldest, newest] = [version.truncateBefore, version.length - 1];
  if (backwards) {
    const last = Math.min(from ?? newest, newest);
    return { first: Math.max(oldest, last - limit + 1), last };
  }
  const first = Math.max(from ?? 0, oldest);
  return { first, last: Math.min(newest, first + limit - 1) };
}

function streamSettler(
  log: CheckedLog,
  range: StreamRange,
  outcome: ReadOutcome,
  revisions: readonly number[],
  where: string,
): Step['settle'] {
  const stream = log.streams.named(range.stream);
  const explains = (version: StreamVersion | undefined): boolean => {
    if (!version) return false;
    const due = streamDue(version, range);
    if (typeof due === 'string') return outcome.kind === due || outcome.kind === 'nothing';
    if (outcome.kind === 'nothing') return due.last < due.first;
    if (outcome.kind !== 'read' || revisions.length !== Math.max(0, due.last - due.first + 1)) return false;
    return revisions.length === 0 || Math.min(revisions[0] ?? 0, revisions.at(-1) ?? 0) === due.first;
  };
  return (atLeast) => {
    const begin = versionIndexAt(stream, atLeast);
    let torn = false;
    for (let n = begin; n < stream.versions.length; n++) {
      const version = stream.versions[n];
      if (!version || !explains(version)) continue;
      if (version.from <= atLeast || !log.cutsAnAppend(version.from)) return Math.max(atLeast, version.from);
      torn = true;
    }
    reportStreamRead(log, stream, begin, torn, explains, `${where} gave ${outcomeText(outcome)}`);
    return atLeast;
  };
}

function reportStreamRead(
  log: CheckedLog,
  stream: LoggedStream,
  begin: number,
  torn: boolean,
  explains: (version: StreamVersion | undefined) => boolean,
  what: string,
): void {
  const { findings } = log;
  const wasOnce = stream.versions.slice(0, begin).some(explains);
  if (torn) findings.add('torn read', what);
  else if (wasOnce) findings.add('stale read', `${what}, which was so before it began`);
  else findings.add('read beyond its range', `${what}, which was never so`);
}

function outcomeText(outcome: ReadOutcome): string {
  if (outcome.kind !== 'read') return outcome.kind;
  const [first, last] = [outcome.events[0], outcome.events.at(-1)];
  return first && last ? `revisions ${first.revision} to ${last.revision}` : 'no event';
}

function allSettler(
  log: CheckedLog,
  { after, backwards }: AllRange,
  { ranks, isCut }: { readonly ranks: readonly number[]; readonly isCut: boolean },
  where: string,
): Step['settle'] {
  const { visible, entries, findings } = log;
  const begins =
    after === undefined ? 0 : visible.filter((place) => (entries[place]?.position ?? 0n) <= after).length;
  // Backwards it begins with whatever was newest; forwards it must begin where it was told to.
  const [oldest, newest] = backwards ? [ranks.at(-1), ranks[0]] : [ranks[0], ranks.at(-1)];
  const beginsRight = oldest === undefined || oldest === begins || (backwards && isCut);
  if (!beginsRight)
    findings.add(
      (oldest ?? 0) > begins ? 'read with a hole' : 'read beyond its range',
      `${where} gave events ${oldest} to ${newest}, asked for those from ${begins} on`,
    );
  const least = newest === undefined ? 0 : (visible[newest] ?? 0) + 1;
  const nextUnseen = visible[newest === undefined ? begins : newest + 1] ?? entries.length;
  return (atLeast) => {
    if (isCut && newest === undefined) return atLeast; // it got nothing but the store's own events
    if (isCut && !backwards) return log.wholeFrom(least);
    const whole = log.wholeFrom(Math.max(atLeast, least));
    if (atLeast > nextUnseen)
      findings.add('stale read', `${where} gave ${least} entries of ${atLeast} that were there`);
    else if (whole > nextUnseen) findings.add('torn read', `${where} ends inside an append`);
    return whole;
  };
}
