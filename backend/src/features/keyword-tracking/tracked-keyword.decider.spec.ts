import { describe, expect, it } from '@jest/globals';
import type { AnyNewEvent } from '../../../event-log/event-log.js';
import {
  decideTrack,
  decideUntrack,
  evolve,
  idOf,
  untouched,
  type TrackedKeywordState,
} from './tracked-keyword.decider.js';

const asked = { requestId: 'r-1', actor: 'visitor', workspace: 'demo', at: '2026-03-14T09:30:00.000Z' };
const wanted = { workspace: 'demo', keyword: 'Wedding Planner', marketplace: 'etsy', country: 'US' } as const;

/** The state after these events were recorded one after another. */
const after = (...decisions: ((state: TrackedKeywordState) => AnyNewEvent[])[]): TrackedKeywordState => {
  let state = untouched;
  let revision = 0;
  for (const decide of decisions)
    for (const event of decide(state))
      state = evolve(state, {
        ...event,
        metadata: { ...event.metadata, recordedAt: asked.at },
        stream: 'trackedKeyword-x',
        revision: revision++,
        position: BigInt(revision),
      });
  return state;
};
const track = (state: TrackedKeywordState) => decideTrack(state, wanted, asked);
const untrack = (state: TrackedKeywordState) => decideUntrack(state, asked);

describe('tracking a keyword', () => {
  it('is recorded with the keyword as it was typed', () => {
    expect(track(untouched)).toMatchObject([
      {
        type: 'tracking.KeywordTracked.v1',
        data: { trackedKeywordId: idOf(wanted), ...wanted },
        metadata: { correlationId: idOf(wanted), causationId: 'r-1', workspace: 'demo' },
      },
    ]);
  });

  it('is recorded once, however often it is asked for', () => {
    expect(track(after(track))).toEqual([]);
  });

  it('is recorded anew after it was given up', () => {
    const [again] = track(after(track, untrack));
    expect(again?.type).toBe('tracking.KeywordTracked.v1');
    expect(again?.id).not.toBe(track(untouched)[0]?.id);
  });

  it('is the same thing for other spellings of the keyword, and another for another workspace', () => {
    expect(idOf({ ...wanted, keyword: ' wedding  planner ' })).toBe(idOf(wanted));
    expect(idOf({ ...wanted, workspace: 'other' })).not.toBe(idOf(wanted));
  });

  it('gives the same event id to a decision that is taken again, for an append without an answer', () => {
    expect(track(untouched)[0]?.id).toBe(track(untouched)[0]?.id);
  });
});

describe('untracking a keyword', () => {
  it('is recorded where it is tracked', () => {
    expect(untrack(after(track))).toMatchObject([
      {
        type: 'tracking.KeywordUntracked.v1',
        data: { trackedKeywordId: idOf(wanted), ...wanted },
      },
    ]);
  });

  it('is not recorded where it never was, nor twice', () => {
    expect(untrack(untouched)).toEqual([]);
    expect(untrack(after(track, untrack))).toEqual([]);
  });
});
