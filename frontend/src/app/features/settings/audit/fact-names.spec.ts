import { describe, expect, it } from '@jest/globals';
import { factName } from './fact-names.js';

describe('factName', () => {
  it('reads a type of event as words', () => {
    expect(factName('workspace.MemberRemoved.v1', 'en')).toBe('Member removed');
    expect(factName('observation.KeywordObserved.v2', 'en')).toBe('Keyword observed');
  });

  it('names a fact in the language of the page, and one that it does not know as the log has it', () => {
    expect(factName('workspace.Created.v1', 'en')).toBe('Workspace created');
    expect(factName('workspace.Created.v1', 'fr')).toBe('Espace de travail créé');
    expect(factName('later.NewThing.v1', 'fr')).toBe('New thing');
  });
});
