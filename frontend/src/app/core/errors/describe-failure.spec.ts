import { describe, expect, it } from '@jest/globals';
import { en } from '../i18n/en.js';
import { describeFailure } from './describe-failure.js';
import type { QuotaReached } from './problem.js';

const said = (quota: QuotaReached) => describeFailure({ kind: 'quota', detail: null, quota }, en.errors);

describe('what is said where the plan has no more', () => {
  it('names what comes back by itself, and when', () => {
    expect(said({ name: 'searchesADay', limit: 20, backInSeconds: 11 * 3_600 - 5 })).toBe(
      'All 20 searches of today are used up. They are back in 11 h. A larger plan has more.',
    );
    expect(said({ name: 'crawlsADay', limit: 20, backInSeconds: 90 })).toContain('back in 2 min');
  });

  it('tells to make room where nothing comes back', () => {
    expect(said({ name: 'trackedKeywords', limit: 10, backInSeconds: null })).toContain('Remove one first');
  });

  it('does without a name', () => {
    expect(said({ name: null, limit: null, backInSeconds: null })).toBe(
      'Your plan has no more of this. A larger plan has more.',
    );
  });
});
