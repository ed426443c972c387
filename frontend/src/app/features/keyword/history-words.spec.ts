import { describe, expect, it } from '@jest/globals';
import { factOf } from './history-words.js';

describe('factOf', () => {
  it('reads a look with its claimed count and the number of listings', () => {
    const data = { marketplace: 'etsy', listings: [{}, {}], resultCount: { value: 4000, relation: 'gte' } };
    expect(factOf({ type: 'observation.KeywordObserved.v1', data })).toEqual({
      fact: 'looked',
      marketplace: 'etsy',
      listings: 2,
      resultCount: { value: 4000, relation: 'gte' },
    });
  });

  it('reads a failed look with its reason, whatever the version of the event', () => {
    const data = { reason: 'captcha', detail: 'the page shows a captcha' };
    expect(factOf({ type: 'observation.Failed.v2', data })).toEqual({
      fact: 'failed',
      reason: 'captcha',
      detail: 'the page shows a captcha',
    });
  });

  it('names the metrics of a report', () => {
    const data = { metrics: { searchVolume: {}, cpc: {} } };
    expect(factOf({ type: 'observation.MetricsReported.v1', data })).toEqual({
      fact: 'reported',
      metrics: ['searchVolume', 'cpc'],
    });
  });

  it('shows an event that it does not know as an event, and one without data without failing', () => {
    expect(factOf({ type: 'something.New.v1', data: {} })).toEqual({ fact: 'other' });
    expect(factOf({ type: 'observation.KeywordObserved.v1', data: {} })).toMatchObject({
      listings: 0,
      resultCount: null,
    });
  });
});
