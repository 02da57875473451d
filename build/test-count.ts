// How many tests passed, failed and were skipped, read from what the test runners wrote.
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const nothing: Count = { passed: 0, failed: 0, skipped: 0 }

export function add(one: Count, other: Count): Count {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

/** A run that wrote nothing has failed. */
const failedRun: Count = { passed: 0, failed: 1, skipped: 0 }

const vitestSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

/** A file that could not be loaded counts as a failed test. */
export function vitestCount(file: string): Count {
  const result = vitestSchema.safeParse(read(file))
  if (!result.success) return failedRun
  const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = result.data
  return {
    passed: numPassedTests,
    failed: Math.max(numFailedTests, success ? 0 : 1),
    skipped: numPendingTests + numTodoTests,
  }
}

const playwrightSchema = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
})

export function playwrightCount(file: string): Count {
  const result = playwrightSchema.safeParse(read(file))
  if (!result.success) return failedRun
  const { errors, stats } = result.data
  return {
    passed: stats.expected + stats.flaky,
    failed: Math.max(stats.unexpected, errors.length > 0 ? 1 : 0),
    skipped: stats.skipped,
  }
}

function read(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
