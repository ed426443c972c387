import { describe, expect, it } from '@jest/globals';
import { ConnectionException } from '@mikro-orm/core';
import { EventLogUnavailable } from '../../../event-log/errors.js';
import { NoLiveBuild } from '../../../following/waiting/live-builds.js';
import { toProblem } from './to-problem.js';

const withCode = (code: string) => Object.assign(new Error('told by a driver'), { code });

describe('toProblem', () => {
  it.each([
    ['an event log that does not answer', new EventLogUnavailable('away')],
    ['a projector that never ran', new NoLiveBuild('no build')],
    ['a database that refuses connections', withCode('ECONNREFUSED')],
    ['a database that is starting', new Error('wrapped', { cause: withCode('57P03') })],
    ['a connection that the ORM lost', new ConnectionException(new Error('gone'))],
    ['a Redis that is away', Object.assign(new Error('too often'), { name: 'MaxRetriesPerRequestError' })],
    ['a Redis that does not answer in time', new Error('Command timed out')],
  ])('says that %s is unavailable for now, and when to ask again', (_what, error) => {
    const problem = toProblem(error);
    expect(problem).toMatchObject({ kind: 'unavailable', status: 503 });
    expect(problem?.headers['retry-after']).toMatch(/^\d+$/);
  });

  it.each([
    ['a bug', new TypeError('x is undefined')],
    ['broken SQL', withCode('42601')],
    ['something that is no error', 'a text'],
    [
      'a status of the framework that means a fault of ours',
      Object.assign(new Error('x'), { statusCode: 500 }),
    ],
  ])('does not explain away %s', (_what, error) => {
    expect(toProblem(error)).toBeUndefined();
  });
});
