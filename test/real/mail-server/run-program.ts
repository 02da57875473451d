// Runs a program of the system to its end; what it wrote on its error output becomes the error.
import { execFile } from 'node:child_process'

export function runProgram(program: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, [...parameters], { timeout: 60_000 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else reject(new Error(`${program} ${parameters.join(' ')} failed: ${stderr.trim() || error.message}`))
    })
  })
}
