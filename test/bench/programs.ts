// Runs other programs to their end, and says how long they took and how much of a processor.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

/** Postfix's programs stand where a person's path does not lead. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']

/** The path of a program, or null where it is not installed. */
export function findProgram(name: string): string | null {
  return folders.map((folder) => join(folder, name)).find(canRun) ?? null
}

export type Run = { readonly seconds: number; readonly cpuSeconds: number; readonly output: string }

/** Milliseconds until a program that does not end is ended. */
const longest = 900_000

/** Throws what it said when it fails; `isVerdict` where its exit status tells what it found. */
export async function run(program: string, parameters: readonly string[], { isVerdict = false } = {}): Promise<Run> {
  // The shell knows what its children used; Node tells that of itself alone.
  const script = '"$@" 3>&-; status=$?; times >&3; exit $status'
  const child = spawn('sh', ['-c', script, 'sh', program, ...parameters], {
    timeout: longest,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const began = performance.now()
  const ended = once(child, 'close')
  const [output, errors, times] = await Promise.all(child.stdio.slice(1).map((pipe) => text(pipe as Readable)))
  const [status] = await ended
  if (status === null || (status !== 0 && !isVerdict))
    throw new Error(`${program} ended with ${status}: ${errors?.trim()}`)
  return { seconds: (performance.now() - began) / 1000, cpuSeconds: cpuOf(times ?? ''), output: output ?? '' }
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
