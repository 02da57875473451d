// `npm run test:real`: mail through a real Postfix and Dovecot on the real ports of this machine.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfMissing, root } from './built.ts'
import { vitestCount } from './test-count.ts'

const results = mkdtempSync(join(tmpdir(), 'heloise-results-'))
const file = join(results, 'real.json')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')

buildIfMissing()
const options = ['--project', 'real', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
spawnSync(process.execPath, [vitest, 'run', ...options], { cwd: root, stdio: 'inherit' })
const { passed, failed, skipped } = vitestCount(file)
rmSync(results, { recursive: true, force: true })
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1
