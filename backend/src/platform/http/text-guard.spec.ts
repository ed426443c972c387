import { describe, expect, it } from '@jest/globals';
import { Problem } from './problem.js';
import { refuseBrokenText } from './text-guard.js';

const problemOf = (value: unknown): Problem | undefined => {
  try {
    refuseBrokenText(value);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  return undefined;
};

describe('refuseBrokenText', () => {
  it('lets every script and emoji pass', () => {
    expect(problemOf({ a: ['🎉', 'مخطط', 'מתכנן', '計画', null, 1, true], b: { c: '' } })).toBeUndefined();
  });

  it('names the field that holds NUL or half a character', () => {
    expect(problemOf({ a: { b: 'x\u0000' } })?.errors).toEqual([
      { path: 'a.b', message: 'may not hold NUL characters' },
    ]);
    expect(problemOf({ a: 'x\ud800' })?.errors).toEqual([
      { path: 'a', message: 'is not well-formed Unicode' },
    ]);
  });

  it('answers 422 for an item of a batch and 400 for anything else', () => {
    expect(problemOf({ observations: [{ source: '\u0000' }] })).toMatchObject({
      status: 422,
      errors: [{ path: 'observations.0.source' }],
    });
    expect(problemOf({ marketplaces: ['\u0000'] })?.status).toBe(400);
  });

  it('never repeats broken text in its answer', () => {
    expect(JSON.stringify(problemOf({ 'a\u0000b': 1 })?.errors)).not.toContain('\\u0000');
  });

  it('refuses what is nested very deep, without running out of stack', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(problemOf({ a: deep })?.errors[0]?.message).toMatch(/nested deeper than 20 levels/);
  });
});
