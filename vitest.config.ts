import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const minute = 60_000;

/** The longest begin first, or one of them runs alone at the end; where nothing was measured yet, as on a fresh clone, nobody knows which. */
const LONGEST = ['kills', 'preview', 'status-page', 'job', 'command-line', 'what-if', 'structure'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((name) => moduleId.endsWith(`/${name}.test.ts`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
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
