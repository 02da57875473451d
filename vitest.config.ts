import { defineConfig } from 'vitest/config'

// They share ports 25, 465 and 587, and take turns.
const onRealPorts = ['command-line', 'delivery', 'downgrade', 'mail-server', 'wire'].map(
  (name) => `test/real/${name}.test.ts`,
)
/** Programs among what they try. */
const built = { globalSetup: 'test/built.ts' }
const real = { ...built, testTimeout: 60_000, hookTimeout: 120_000 }

/** What only computes has every processor; Vitest alone would leave one of them idle. */
const maxWorkers = '100%'

export default defineConfig({
  test: {
    projects: [
      // Long enough for a machine that does ten other things: a limit is there to end what hangs, not to judge.
      { test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000, maxWorkers } },
      {
        test: {
          ...built,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 60_000,
          maxWorkers,
        },
      },
      { test: { ...real, name: 'real', include: onRealPorts, fileParallelism: false } },
      // What waits for servers costs no processor.
      {
        test: { ...real, name: 'peers', include: ['test/real/**/*.test.ts'], exclude: onRealPorts, maxConcurrency: 12 },
      },
    ],
  },
})
