#!/usr/bin/env node
// The command `heloise`: runs the built command line on the Node it needs, which is not always the one it was started with.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wanted = 24
const program = new URL('../out/main/cli.js', import.meta.url)

if (!existsSync(program)) fail('Heloise is not built yet. Run: npm run build')
else if (isNewEnough(process.versions.node)) await runHere()
else await runOn(await ownNode())

/** @param {string} version */
function isNewEnough(version) {
  return Number(version.split('.')[0]) >= wanted
}

/** What V8 made of the program stays beside it, where that may be written: the next start is quicker by a tenth. */
async function runHere() {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(fileURLToPath(new URL('compiled/', program)))
  await import(program.href)
}

/** The Node among the packages of Heloise, or null where it was installed without it. */
async function ownNode() {
  try {
    const { createRequire } = await import('node:module')
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

/** @param {string | null} node */
async function runOn(node) {
  if (node === null) return fail(`Heloise needs Node ${wanted} or newer; this is ${process.version}.`)
  const { spawn } = await import('node:child_process')
  const { constants } = await import('node:os')
  const child = spawn(node, [fileURLToPath(program), ...process.argv.slice(2)], { stdio: 'inherit' })
  // Ctrl-C reaches both; a signal sent to this process alone is passed on. The exit status is the child's in every case.
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
  child.on('error', (error) => fail(error.message))
  child.on('exit', (status, signal) => {
    process.exitCode = signal === null ? (status ?? 1) : 128 + constants.signals[signal]
  })
}

/** @param {string} why */
function fail(why) {
  console.error(why)
  process.exitCode = 1
}
