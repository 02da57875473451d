// Runs other programs to their end, and says how long they took and how much of a processor.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Postfix's programs stand where a person's path does not lead. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']

/** The path of a program, or null where it is not installed. */
export function findProgram(name: string): string | null {
  return folders.map((folder) => join(folder, name)).find(canRun) ?? null
}

export type Run = { readonly seconds: number; readonly cpuSeconds: number }

/** Milliseconds until a program that does not end is ended. */
const longest = 300_000

/** Throws what it said when it fails. */
export async function run(program: string, parameters: readonly string[]): Promise<Run> {
  // The shell knows what its children used; Node tells that of itself alone.
  const script = '"$@" >/dev/null; status=$?; times; exit $status'
  const child = spawn('sh', ['-c', script, 'sh', program, ...parameters], { timeout: longest })
  let output = ''
  let errors = ''
  child.stdout.on('data', (octets: Buffer) => {
    output += octets.toString()
  })
  child.stderr.on('data', (octets: Buffer) => {
    errors += octets.toString()
  })
  const began = performance.now()
  const [status] = await once(child, 'close')
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${errors.trim()}`)
  return { seconds: (performance.now() - began) / 1000, cpuSeconds: cpuOf(output) }
}

/** The second line of `times` is for the children: user and system, as `0m0.123s`. */
function cpuOf(times: string): number {
  const pairs = [...(times.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
  return pairs.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
