// Runs suites one after the other, lets them be seen, and ends with one line: how many passed, failed and were skipped.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale, root } from './built.ts'
import { add, type Count, nothing, playwrightCount, vitestCount } from './test-count.ts'
import { desktopObstacle, provideChromium } from './test-needs.ts'

/** Projects of Vitest, run side by side, or the projects of Playwright that run the same specs at both doors. */
export type Suite = { readonly vitest: readonly string[] } | Doors

type Doors = {
  readonly web: string
  readonly desktop: string
  /** `one`: the desktop's where it opens, else the browser's. */
  readonly doors?: 'both' | 'one'
}

export async function runSuites(suites: readonly Suite[]): Promise<void> {
  buildIfStale()
  const folder = mkdtempSync(join(tmpdir(), 'heloise-results-'))
  const counts: Count[] = []
  for (const suite of suites) {
    if ('vitest' in suite) counts.push(...(await Promise.all(suite.vitest.map((project) => vitest(project, folder)))))
    else counts.push(...atDoors(suite, folder))
  }
  rmSync(folder, { recursive: true, force: true })
  const { passed, failed, skipped } = counts.reduce(add, nothing)
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
  process.exitCode = failed === 0 ? 0 : 1
}

/** What it says stays together: others may run beside it. */
function vitest(project: string, folder: string): Promise<Count> {
  const file = join(folder, `${project}.json`)
  const options = ['--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const child = spawn(process.execPath, [bin('vitest'), 'run', ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  return new Promise((resolve) => {
    child.on('close', () => {
      process.stdout.write(Buffer.concat(said))
      resolve(vitestCount(file))
    })
  })
}

function atDoors({ web, desktop, doors = 'both' }: Doors, folder: string): Count[] {
  const chromium = provideChromium()
  const obstacle = desktopObstacle()
  const atDesktop = () => (obstacle === null ? playwright(desktop, chromium ?? '', folder) : skip(desktop, obstacle))
  if (doors === 'one' && obstacle === null) return [atDesktop()]
  const atWeb =
    chromium === null
      ? skip(web, 'there is no Chromium, and it cannot be installed')
      : playwright(web, chromium, folder)
  return [atWeb, atDesktop()]
}

function playwright(project: string, chromium: string, folder: string): Count {
  const file = join(folder, `${project}.json`)
  run('playwright', ['test', '--project', project, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    CHROMIUM: chromium,
  })
  return playwrightCount(file)
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
