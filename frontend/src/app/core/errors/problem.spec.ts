import { describe, expect, it } from '@jest/globals';
import { failureOf } from './problem.js';

describe('failureOf', () => {
  it('tells a server that does not answer from one that answers with an error', () => {
    expect(failureOf({ status: 0, error: new Error('fetch failed') })).toEqual({
      kind: 'offline',
      detail: null,
    });
    expect(failureOf({ status: 500, error: '<html>' })).toEqual({ kind: 'server', detail: null });
  });

  it('names the fields of a problem document', () => {
    const body = {
      type: '/problems/bad-input',
      title: 'Bad input',
      status: 400,
      detail: 'one field',
      errors: [{ path: 'country', message: 'GB, not UK' }],
    };
    expect(failureOf({ status: 400, error: body })).toEqual({
      kind: 'bad-input',
      detail: 'country: GB, not UK',
    });
  });

  it('uses the detail where no field is named', () => {
    const body = { type: 'x', title: 'Not found', status: 404, detail: 'no keyword has this id' };
    expect(failureOf({ status: 404, error: body })).toEqual({
      kind: 'not-found',
      detail: 'no keyword has this id',
    });
  });

  it('treats anything else that was thrown as a server that cannot be reached', () => {
    expect(failureOf(new Error('boom')).kind).toBe('offline');
  });
});
