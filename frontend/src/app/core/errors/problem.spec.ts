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

describe('a quota that is used up', () => {
  const body = (errors?: { path: string; message: string }[]) => ({
    type: 'urn:digitallz-keywords:problem:quota-reached',
    title: 'The plan has no more of this',
    status: 402,
    ...(errors ? { errors } : {}),
  });
  const headers = { get: (name: string) => (name === 'retry-after' ? '3600' : null) };

  it('is told with its name, how much of it there is, and when it comes back', () => {
    const errors = [{ path: 'searchesADay', message: '20 in the plan free' }];
    expect(failureOf({ status: 402, error: body(errors), headers })).toMatchObject({
      kind: 'quota',
      quota: { name: 'searchesADay', limit: 20, backInSeconds: 3_600 },
    });
  });

  it('is a quota, too, where the answer names none or one that is new', () => {
    const unknown = { name: null, limit: null, backInSeconds: null };
    expect(failureOf({ status: 402, error: body() }).quota).toEqual(unknown);
    expect(failureOf({ status: 402, error: null }).quota).toEqual(unknown);
    expect(failureOf({ status: 402, error: body([{ path: 'later', message: 'none' }]) }).quota).toEqual(
      unknown,
    );
  });
});
