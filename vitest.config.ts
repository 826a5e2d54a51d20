import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // By default vitest leaves one core idle, half of a small machine.
    maxWorkers: '100%',
    env: { CI: '0', FORCE_COLOR: '0', NO_COLOR: '' },
    // A test that is run alone while it is being written must not stay so.
    allowOnly: false,
  },
});
