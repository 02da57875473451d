// The same specs at both doors, the desktop window and the browser; `*.desktop.spec.ts` and `*.web.spec.ts` hold what only one has.
import { defineConfig } from '@playwright/test'
import type { DoorOptions } from './test/e2e/door.ts'

export default defineConfig<DoorOptions>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Every test starts a Heloise of its own, with its servers; two of them keep two cores busy.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // One start in some fifty ends before its first window, for a reason not found yet; the list names it as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    actionTimeout: 10_000,
    trace: { mode: 'retain-on-failure', screenshots: false },
    viewport: { width: 1280, height: 860 },
  },
  projects: [
    { name: 'web', use: { door: 'web' }, testIgnore: ['**/*.desktop.spec.ts', '**/*.real.spec.ts'] },
    // The log is the same at both doors; composing is tried at the desktop door against real servers: see below.
    {
      name: 'electron',
      use: { door: 'electron' },
      testIgnore: ['**/*.web.spec.ts', '**/*.real.spec.ts', '**/compose.spec.ts', '**/log.spec.ts'],
    },
    // One at a time: the mail server has the real ports.
    { name: 'real-web', use: { door: 'web' }, testMatch: '**/*.real.spec.ts', workers: 1 },
    { name: 'real-electron', use: { door: 'electron' }, testMatch: '**/*.real.spec.ts', workers: 1 },
  ],
})
