// The import rules of the house, and the proof that they bite: a planted bad import must be refused by name.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const config = resolve('.dependency-cruiser.mjs');
const cruise = (cwd, ...paths) =>
  spawnSync('depcruise', ['--config', config, '--output-type', 'err', ...paths], { encoding: 'utf8', cwd });

const house = cruise('.', 'backend', 'crawler', 'frontend/src', 'bench');
const planted = cruise('tests/fixtures/planted-bad-import', 'backend');
const bites = planted.status !== 0 && planted.stdout.includes('deciders-are-pure');
process.stdout.write(house.stdout + house.stderr);
if (!bites)
  process.stdout.write(
    `the planted bad import was not refused: the rules do not bite\n${planted.stdout}${planted.stderr}`,
  );
process.exit(house.status === 0 && bites ? 0 : 1);
