import { describe, expect, it } from '@jest/globals';
import { problemKindOf, refusalOf } from './refusal.js';

describe('refusalOf', () => {
  it('reads the kind of the problem and what is wrong with each field', () => {
    const error = {
      status: 400,
      error: {
        type: 'urn:digitallz-keywords:problem:bad-input',
        title: 'Bad input',
        errors: [{ path: 'password', message: 'must be 10 to 200 characters long' }],
      },
    };
    expect(refusalOf(error)).toMatchObject({
      kind: 'bad-input',
      failure: { kind: 'bad-input' },
      fields: { password: 'must be 10 to 200 characters long' },
    });
  });

  it('knows no kind where no problem document came', () => {
    expect([problemKindOf({ status: 0, error: null }), problemKindOf('x'), problemKindOf(null)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
