import { describe, expect, it } from '@jest/globals';
import { auditParams } from './audit-filters.js';

describe('auditParams', () => {
  it('asks for whole days of the reader, the last one included', () => {
    const { from, to } = auditParams({ from: '2026-03-01', to: '2026-03-01' });
    expect(new Date(from ?? '').getHours()).toBe(0);
    expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(24 * 3_600_000);
  });

  it('leaves out what the API would refuse', () => {
    expect(auditParams({ type: '<script>', from: 'yesterday', actor: '' })).toEqual({});
    expect(auditParams({ type: 'workspace.' })).toEqual({ type: 'workspace.' });
  });
});
