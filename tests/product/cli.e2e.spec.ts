import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cli = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'cli', '--', ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', npm_config_loglevel: 'silent' },
  });
  return { status, stdout, stderr };
};

const RESULTS = `<!doctype html><html lang="en-us"><head><title>Amazon.com : sloth bookmark</title></head><body>
<div data-component-type="s-result-info-bar"><h2><span>1-1 of 1 results for "sloth bookmark"</span></h2></div>
<div data-component-type="s-search-result" data-asin="B0SLOTH001" data-index="2"><h2 aria-label="Sloth bookmark"><span>Sloth bookmark</span></h2>
<div data-cy="price-recipe"><span class="a-price"><span class="a-offscreen">$4.99</span></span></div></div></body></html>`;

describe('npm run cli', () => {
  it('gives what a saved page holds as JSON alone on standard output', () => {
    const folder = mkdtempSync(join(tmpdir(), 'digitallz-cli-'));
    try {
      const file = join(folder, 'page.html');
      writeFileSync(file, RESULTS);
      const answer = cli('parse', 'amazon', 'search', file, '--country', 'US');
      expect(answer.status).toBe(0);
      expect(JSON.parse(answer.stdout)).toMatchObject({
        kind: 'search',
        keyword: 'sloth bookmark',
        resultCount: { value: 1, relation: 'eq' },
        listings: [{ id: 'B0SLOTH001', price: { minor: 499, currency: 'USD' }, place: 1, fallback: false }],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['a file that is not there', ['parse', 'amazon', 'search', '/nowhere.html'], /no such file/i],
    ['an unknown marketplace', ['parse', 'bazaar', 'search', 'x.html'], /MARKETPLACE is bazaar/],
    ['an unknown country', ['parse', 'amazon', 'search', 'x.html', '--country', 'UK'], /--country is UK/],
    ['an unknown command', ['frobnicate'], /no command frobnicate/],
    ['no projection to rebuild', ['projections', 'rebuild'], /NAME of the projection is missing/],
  ])('refuses %s in words', (_what, args, words) => {
    const answer = cli(...args);
    expect(answer.status).not.toBe(0);
    expect(answer.stdout).toBe('');
    expect(answer.stderr).toMatch(words);
  });
});
