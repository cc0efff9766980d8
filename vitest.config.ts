import { defineConfig } from 'vitest/config'

const databaseTests = ['src/**/*.db.test.{ts,tsx}', 'test/**/*.db.test.ts']
const onlyOnPostgres = ['test/**/*.pg.test.ts']
const operations = ['test/operations/*.e2e.test.ts']
const journeys = ['test/journeys/*.e2e.test.ts']
// A process per file: what a file leaves in memory (each embedded database some 100 MB) goes with it, and a crash takes no other file along.
const shared = {
  pool: 'forks',
  testTimeout: 60_000,
  hookTimeout: 120_000,
  globalSetup: 'test/global-setup.ts',
} as const

/** `unit` needs nothing, `embedded` and `postgres` are the same tests on both databases (races only on the second), `operations` runs the built product, `e2e` in a browser, `torture` the long runs. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: [...databaseTests, ...onlyOnPostgres, ...operations, ...journeys],
          pool: 'forks',
          testTimeout: 60_000,
        },
      },
      { test: { ...shared, name: 'embedded', include: databaseTests, env: { LOTSENWERK_TEST_DATABASE: 'embedded' } } },
      {
        test: {
          ...shared,
          name: 'postgres',
          include: [...databaseTests, ...onlyOnPostgres],
          env: { LOTSENWERK_TEST_DATABASE: 'postgres' },
        },
      },
      { test: { name: 'torture', include: ['test/**/*.torture.ts'], fileParallelism: false, testTimeout: 1_800_000 } },
      { test: { ...shared, name: 'operations', include: operations, testTimeout: 120_000 } },
      { test: { ...shared, name: 'e2e', include: journeys, testTimeout: 120_000 } },
    ],
  },
})
