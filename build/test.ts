// `npm test`: unit and integration tests, then the same browser tests at every door that can open on this machine.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfMissing, root } from './built.ts'
import { add, type Count, nothing, playwrightCount, vitestCount } from './test-count.ts'
import { desktopObstacle, provideChromium } from './test-needs.ts'

const results = mkdtempSync(join(tmpdir(), 'heloise-results-'))
buildIfMissing()
const chromium = provideChromium()
const counts = [
  vitest('unit'),
  vitest('integration'),
  chromium === null ? skip('web', 'there is no Chromium, and it cannot be installed') : playwright('web', chromium),
  desktop(),
]
rmSync(results, { recursive: true, force: true })
const { passed, failed, skipped } = counts.reduce(add, nothing)
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

function vitest(project: string): Count {
  const file = join(results, `${project}.json`)
  run('vitest', ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return vitestCount(file)
}

function playwright(project: string, chromium: string): Count {
  const file = join(results, `${project}.json`)
  run('playwright', ['test', '--project', project, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    CHROMIUM: chromium,
  })
  return playwrightCount(file)
}

function desktop(): Count {
  const reason = desktopObstacle()
  return reason === null ? playwright('electron', chromium ?? '') : skip('electron', reason)
}

/** Tests that cannot run here are named, each of them. */
function skip(project: string, reason: string): Count {
  const { stdout } = spawnSync(process.execPath, [bin('playwright'), 'test', '--project', project, '--list'], {
    cwd: root,
    encoding: 'utf8',
  })
  const tests = stdout.split('\n').filter((line) => line.includes(`[${project}]`))
  console.log(`\nSkipped, because ${reason}:`)
  for (const test of tests) console.log(`  skipped ${test.trim()}`)
  return { passed: 0, failed: 0, skipped: tests.length }
}

function run(tool: 'vitest' | 'playwright', args: readonly string[], env: Record<string, string> = {}): void {
  spawnSync(process.execPath, [bin(tool), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
}

function bin(tool: 'vitest' | 'playwright'): string {
  return join(root, 'node_modules', { vitest: 'vitest/vitest.mjs', playwright: '@playwright/test/cli.js' }[tool])
}
