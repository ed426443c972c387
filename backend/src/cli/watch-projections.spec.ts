import { describe, expect, it } from '@jest/globals';
import type { ProjectionStatus } from '../../following/runner/projections-status.js';
import { projectionsTable } from './projections-table.js';
import { watchProjections, watchRebuild, type Watching } from './watch-projections.js';

const keywords: ProjectionStatus = {
  name: 'keywords',
  version: 2,
  build: 3,
  position: '1042',
  lag: 0,
  eventsPerSecond: 12.4,
  status: 'running',
};
const rebuild = {
  version: 2,
  build: 4,
  status: 'catching-up',
  percent: 45,
  eventsPerSecond: 12_000,
  etaS: 30,
} as const;

/** Gives these answers in turn, then the signal. */
function watching(answers: readonly (readonly ProjectionStatus[])[], isScreen = false) {
  const ending = new AbortController();
  const written: string[] = [];
  const left = [...answers];
  const options: Watching = {
    ask: () => {
      const next = left.shift() ?? answers.at(-1) ?? [];
      if (left.length === 0) ending.abort();
      return Promise.resolve(next);
    },
    write: (text) => void written.push(text),
    isScreen,
    signal: ending.signal,
    everyMs: 0,
  };
  return { options, text: () => written.join('') };
}

describe('projections on a screen or in a file', () => {
  it('the table has a line for each, with the progress of a rebuild', () => {
    expect(projectionsTable([{ ...keywords, rebuild }, { ...keywords, name: 'crawls', error: 'no such table', status: 'stopped' }])).toBe(
      [
        'name      version  build  status                   position  behind  events/s  rebuild',
        'keywords  2        3      running                  1042      0       12        build 4 catching-up #########----------- 45.0 %, 12,000 events/s, 30 s left',
        'crawls    2        3      stopped (no such table)  1042      0       12',
        '',
      ].join('\n'),
    ); // prettier-ignore
  });

  it('a file gets a line where something changed, and nothing where not', async () => {
    const { options, text } = watching([[keywords], [keywords], [{ ...keywords, position: '1043' }]]);
    await watchProjections(options);
    expect(text().split('\n')).toEqual([
      'keywords (build 3): running at 1042, 0 behind, 12 events/s',
      'keywords (build 3): running at 1043, 0 behind, 12 events/s',
      '',
    ]);
  });

  it('a screen is drawn over', async () => {
    const { options, text } = watching([[keywords], [keywords]], true);
    await watchProjections(options);
    expect(text()).toBe(`${projectionsTable([keywords])}\u001b[2A\u001b[0J${projectionsTable([keywords])}`);
  });
});

it('a line that is wider than the screen is cut, so that it takes one line', async () => {
  const { options, text } = watching([[keywords]], true);
  await watchProjections({ ...options, columns: () => 20 });
  expect(
    text()
      .split('\n')
      .map(({ length }) => length),
  ).toEqual([19, 19, 0]);
});

describe('watching one rebuild', () => {
  const subject = { name: 'keywords', from: 3 };

  it('ends once the next build answers', async () => {
    const { options, text } = watching([[keywords], [{ ...keywords, rebuild }], [{ ...keywords, build: 4 }]]);
    expect(await watchRebuild(subject, options)).toBe(true);
    expect(text()).toBe(
      'waiting for the projector to begin\n#########----------- 45.0 %, 12,000 events/s, 30 s left\n',
    );
  });

  it('ends at the signal, while the rebuild goes on', async () => {
    const { options } = watching([[keywords], [{ ...keywords, rebuild }]]);
    expect(await watchRebuild(subject, options)).toBe(false);
  });

  it.each([
    [
      'is held',
      [{ ...keywords, rebuild: { ...rebuild, status: 'held', error: 'fewer rows' } as const }],
      /is held \(fewer rows\).*projections switch keywords/,
    ],
    [
      'stops',
      [{ ...keywords, rebuild: { ...rebuild, status: 'stopped', error: 'poison' } as const }],
      /stopped: poison/,
    ],
    ['is cancelled by somebody', [keywords], /was cancelled/],
  ])('says so where it %s', async (_what, last, words) => {
    const { options } = watching([[{ ...keywords, rebuild }], last, last]);
    await expect(watchRebuild(subject, options)).rejects.toThrow(words);
  });
});
