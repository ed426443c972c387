import { describe, expect, it } from '@jest/globals';
import { parseMoved, touched } from './moved.js';

describe('parseMoved', () => {
  it('reads the projection, its position and the keys that moved', () => {
    expect(parseMoved('{"projection":"keywords","position":"123","keys":["a"]}')).toEqual({
      projection: 'keywords',
      position: '123',
      keys: ['a'],
    });
  });

  it('reads missing keys as "anything may have moved"', () => {
    expect(parseMoved('{"projection":"keywords","position":"123","keys":null}')?.keys).toBeNull();
  });

  it('ignores what it does not understand', () => {
    expect([parseMoved('hello'), parseMoved('null'), parseMoved('{"keys":[]}')]).toEqual([null, null, null]);
  });
});

describe('touched', () => {
  it('gives the shown ids that moved, or all of them where the keys are unknown', () => {
    const moved = { projection: 'keywords', position: '1', keys: ['b', 'x'] };
    expect(touched(moved, ['a', 'b'])).toEqual(['b']);
    expect(touched({ ...moved, keys: null }, ['a', 'b'])).toEqual(['a', 'b']);
  });
});
