import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { add, playwrightCount, vitestCount } from '../../../build/test-count.ts'

const folder = mkdtempSync(join(tmpdir(), 'heloise-count-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(report: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

const tests = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 2 }

describe('how many tests passed, failed and were skipped', () => {
  it.each([
    ['all is well', { ...tests, success: true }, { passed: 5, failed: 0, skipped: 2 }],
    ['some fail', { ...tests, numFailedTests: 2, success: false }, { passed: 5, failed: 2, skipped: 2 }],
    ['a file cannot be loaded', { ...tests, success: false }, { passed: 5, failed: 1, skipped: 2 }],
    ['the report is something else', { success: true }, { passed: 0, failed: 1, skipped: 0 }],
  ])('is read from vitest where %s', (_, report, count) => {
    expect(vitestCount(written(report))).toEqual(count)
  })

  it.each([
    ['all is well', { errors: [], stats }, { passed: 5, failed: 0, skipped: 2 }],
    ['some fail', { errors: [], stats: { ...stats, unexpected: 3 } }, { passed: 5, failed: 3, skipped: 2 }],
    ['the run itself failed', { errors: [{ message: 'no spec' }], stats }, { passed: 5, failed: 1, skipped: 2 }],
  ])('is read from playwright where %s', (_, report, count) => {
    expect(playwrightCount(written(report))).toEqual(count)
  })

  it('counts a run without a report as failed', () => {
    const missing = join(folder, 'missing.json')
    expect(add(vitestCount(missing), playwrightCount(missing))).toEqual({ passed: 0, failed: 2, skipped: 0 })
  })
})
