// Everything: static checks, unit, integration and browser tests. The last line is «N passed, N failed».
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { STATIC_LANES } from './check.mjs';
import { root, setUp } from './setup.mjs';
import { runLanes, runStep } from './steps.mjs';

await setUp({ redis: true, chromium: true, backend: true, frontend: true });

const reports = join(root, 'dist', 'test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const suites = [
  ['unit tests', "--testPathIgnorePatterns '\\.(int|e2e)\\.spec' node_modules dist", 'unit'],
  ['integration tests', "'\\.int\\.spec\\.ts$' --maxWorkers=2", 'int'],
  ['tests of the whole product', "'\\.e2e\\.spec\\.ts$' --runInBand", 'e2e'],
];

let passed = 0;
let failed = 0;
for (const { ok } of await runLanes(STATIC_LANES)) ok ? passed++ : failed++;
for (const [name, selection, report] of suites) {
  const file = join(reports, `${report}.json`);
  const { ok } = await runStep(name, `jest ${selection} --json --outputFile='${file}' --silent=false`, {
    live: true,
  });
  const counts = readReport(file);
  passed += counts.passed;
  failed += counts.failed;
  // A suite that could not even run has no failed test of its own, yet nothing about it is green.
  if (!ok && counts.failed === 0) failed++;
  if (counts.passed === 0) {
    process.stdout.write(`${name}: no test ran\n`);
    failed++;
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed ? 1 : 0);

function readReport(file) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch (error) {
    process.stdout.write(`no report of the tests: ${error.message}\n`);
    return { passed: 0, failed: 0 };
  }
}
