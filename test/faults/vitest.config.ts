import { defineConfig } from 'vitest/config';

/** Every scenario of the fault matrix, the long ones (`*.faults.ts`) too, file after file. */
export default defineConfig({
  test: {
    include: ['test/faults/**/*.test.ts', 'test/faults/**/*.faults.ts'],
    root: new URL('../..', import.meta.url).pathname,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
