import { defineConfig } from 'vitest/config';

/** Stories run one at a time after all else: each starts a server, and some a browser. */
const stories = ['tests/journeys/**/*.test.ts', 'tests/faults/**/*.test.ts'];

export default defineConfig({
  test: {
    // Processes and not threads: some tests open SQLite files, start workers and change the environment.
    pool: 'forks',
    maxWorkers: 2,
    globalSetup: ['tests/prerequisites.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: ['tests/**/*.test.ts'], exclude: stories, testTimeout: 15_000 },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: stories,
          globalSetup: ['tests/faults/support/print-table.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
