import { describe, expect, it } from '@jest/globals';
import { identityRows, saidOnReturn } from './identity-rows.js';

const REASONS = { onlyWayIn: 'the only way in', unproved: 'not proved' };
const me = { providers: [], hasPassword: true, isVerified: true };

describe('the services to sign in through', () => {
  it('are those that the server offers and those that are linked, each once', () => {
    const rows = identityRows({ ...me, providers: ['google'] }, ['google', 'github'], REASONS);
    expect(rows).toEqual([
      { id: 'google', name: 'Google', isLinked: true, whyNot: null },
      { id: 'github', name: 'GitHub', isLinked: false, whyNot: null },
    ]);
    expect(identityRows({ ...me, providers: ['github'] }, [], REASONS)).toMatchObject([
      { id: 'github', isLinked: true },
    ]);
    expect(identityRows(me, [], REASONS)).toEqual([]);
  });

  it('keep the last way in, and say why', () => {
    const noPassword = { ...me, hasPassword: false };
    const reasonsOf = (providers: ('google' | 'github')[]) =>
      identityRows({ ...noPassword, providers }, [], REASONS).map(({ whyNot }) => whyNot);
    expect(reasonsOf(['github'])).toEqual(['the only way in']);
    expect(reasonsOf(['github', 'google'])).toEqual([null, null]);
  });

  it('wait with a link until the address is proved', () => {
    expect(identityRows({ ...me, isVerified: false }, ['github'], REASONS)).toMatchObject([
      { isLinked: false, whyNot: 'not proved' },
    ]);
  });
});

describe('the way back from a service', () => {
  it('says what was linked, or why it was not', () => {
    expect(saidOnReturn(new URLSearchParams('linked=github'))).toEqual({ provider: 'github' });
    expect(saidOnReturn(new URLSearchParams('linked=github&problem=identity-taken'))).toEqual({
      provider: 'github',
      problem: 'identity-taken',
    });
    expect(saidOnReturn(new URLSearchParams('problem=identity-taken'))).toBeNull();
    expect(saidOnReturn(new URLSearchParams('linked=elsewhere'))).toBeNull();
  });
});
