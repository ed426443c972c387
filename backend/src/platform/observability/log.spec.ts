import { describe, expect, it } from '@jest/globals';
import { jsonLog } from './log.js';

const lineOf = (message: string, fields: Record<string, unknown> = {}): Record<string, unknown> => {
  const lines: string[] = [];
  jsonLog((line) => lines.push(line)).write('info', message, fields);
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
};

describe('a line of the log', () => {
  it('is one JSON object with time, level, message and fields', () => {
    expect(lineOf('request', { status: 200, position: 12n })).toEqual({
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      level: 'info',
      message: 'request',
      status: 200,
      position: '12',
    });
  });

  it('holds no secrets: neither under telling names nor inside addresses', () => {
    const line = lineOf('cannot reach redis://:hidden-word@127.0.0.1:6379', {
      password: 'hidden-word',
      headers: { authorization: 'Bearer hidden-word', cookie: 'a=hidden-word' },
      error: new Error('postgresql://keywords:hidden-word@db/keywords refused', {
        cause: new Error('amqp://u:hidden-word@q'),
      }),
    });
    expect(JSON.stringify(line)).not.toContain('hidden-word');
    expect(line['message']).toBe('cannot reach redis://[hidden]@127.0.0.1:6379');
  });

  it('stays one line and finite for whatever it is given', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(lineOf('two\nlines', { circle, many: Array(1_000).fill(1) })['message']).toBe('two\nlines');
  });
});
