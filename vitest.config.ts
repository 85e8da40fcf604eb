import { defineConfig } from 'vitest/config';

const minute = 60_000;

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'extensions/src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: ['test/{integration,contract,e2e}/**'],
          testTimeout: 10_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{integration,contract}/**/*.test.ts'],
          testTimeout: minute,
          hookTimeout: minute,
          globalSetup: 'test/support/database-server.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: minute,
          hookTimeout: minute,
          // Each starts the whole product, some with a browser: after everything else, one for each core.
          sequence: { groupOrder: 1 },
          globalSetup: 'test/support/browser.ts',
        },
      },
    ],
  },
});
