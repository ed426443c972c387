import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, OTHER_WRITERS } from '../../contracts/events/catalogue.js';
import { appendMentions, productSources, strangeWriters } from '../testing/event-writers.js';
import { repositoryRoot } from '../testing/golden-files.js';

const sources = ['backend', 'crawler/src'].flatMap((folder) => productSources(repositoryRoot, folder));
const mentions = appendMentions(sources, catalogue);

describe('the writing module of each event', () => {
  it.each(Object.entries(catalogue))('of %s exists and writes it', (type, { writer }) => {
    expect(existsSync(join(repositoryRoot, writer))).toBe(true);
    expect(
      mentions.filter((mention) => mention.type === type && mention.path.startsWith(writer)),
    ).not.toEqual([]);
  });

  it('is the only one, but for the other writers that are listed with a reason', () => {
    expect(strangeWriters(mentions, catalogue, OTHER_WRITERS)).toEqual([]);
  });

  it('is not doubled by an other writer that does not exist or gives no reason', () => {
    for (const [module, reason] of Object.entries(OTHER_WRITERS)) {
      expect(existsSync(join(repositoryRoot, module))).toBe(true);
      expect(reason.length).toBeGreaterThan(20);
    }
  });
});

describe('the search for writers', () => {
  const planted = (text: string) =>
    strangeWriters(
      appendMentions([{ path: 'backend/src/features/alerts/a.ts', text }], catalogue),
      catalogue,
      OTHER_WRITERS,
    );

  it.each([
    "log.append(s, 'any', [{ id, type: 'observation.Failed.v1', data }]);",
    "const event = { type: 'observation.Failed.v1' as const };",
    "const event = crawlEvent('observation.Failed.v1', data, asked);",
    "const event = crawlEvent(\n  'observation.Failed.v1',\n  data,\n);",
    "const event = { type: ok ? 'observation.KeywordObserved.v1' : 'observation.Failed.v1', data };",
  ])('finds a stranger: %s', (text) => {
    expect(planted(text)).toContainEqual({
      path: 'backend/src/features/alerts/a.ts',
      type: 'observation.Failed.v1',
    });
  });

  it.each([
    "if (event.type === 'observation.Failed.v1') count++;",
    "const eventTypes = ['observation.Failed.v1'];",
    "function row(event: Extract<AnyRecordedEvent, { type: 'observation.Failed.v1' }>) {}",
  ])('passes over a reader: %s', (text) => {
    expect(planted(text)).toEqual([]);
  });
});
