/** The suffix of a spec tells its cost: .spec (no I/O), .int.spec (real stores), .e2e.spec (whole product). */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/backend', '<rootDir>/crawler', '<rootDir>/tests', '<rootDir>/frontend'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  setupFiles: ['<rootDir>/tests/setup/property-seed.ts'],
  // Generous, for a busy machine: what hangs is stopped, nothing is timed by it.
  testTimeout: 60_000,
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};
