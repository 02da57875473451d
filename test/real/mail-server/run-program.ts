// Runs programs of the system to their end; what one wrote on its error output becomes the error.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

export function runProgram(program: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, [...parameters], { timeout: 60_000 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new Error(`${program} ${parameters.join(' ')} failed: ${stderr.trim() || error.message}`))
    })
  })
}

/** For a program that leaves a daemon behind: the daemon keeps a pipe open, a file does no harm. */
export async function startDaemon(program: string, parameters: readonly string[], errorFile: string): Promise<void> {
  const errors = openSync(errorFile, 'w')
  const child = spawn(program, parameters, { stdio: ['ignore', 'ignore', errors] })
  closeSync(errors)
  const [status] = await once(child, 'exit')
  if (status !== 0) throw new Error(`${program} could not start: ${await readFile(errorFile, 'utf8')}`)
}
