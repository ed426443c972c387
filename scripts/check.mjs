// The checks that need no server; under two minutes, so that one runs them often.
import { setUp } from './setup.mjs';
import { runLanes } from './steps.mjs';

export const STATIC_LANES = [
  [
    ['types of backend and crawler', 'tsc --noEmit -p tsconfig.json'],
    ['types of the dashboard and its templates', 'ngc -p frontend/tsconfig.app.json --noEmit'],
    ['generated files are current', 'node scripts/generate.mjs --check'],
    ['import rules', 'node scripts/check-imports.mjs'],
    ['docker-compose.yml against the Compose specification', 'node scripts/check-compose.mjs'],
    ['every package of the mission is in use', 'node scripts/check-mission.mjs'],
  ],
  [
    ['format', 'prettier --check --log-level warn .'],
    ['lint', 'eslint --max-warnings 0 .'],
  ],
];

if (process.argv[1]?.endsWith('check.mjs')) {
  await setUp({ backend: true });
  const results = await runLanes([
    [
      ...STATIC_LANES[0],
      ['unit tests', "jest --silent=true --testPathIgnorePatterns '\\.(int|e2e)\\.spec' node_modules dist"],
    ],
    STATIC_LANES[1],
  ]);
  const failed = results.filter((result) => !result.ok).length;
  process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
  process.exit(failed ? 1 : 0);
}
