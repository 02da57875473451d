// `npm run check`: format and lint, types and unit tests, one beside the other; `-- lint types` for these alone. What each of
// them says stays together.
import { spawn } from 'node:child_process'
import { root } from './built.ts'

const parts = process.argv.length > 2 ? process.argv.slice(2) : ['lint', 'types', 'unit']

const results = await Promise.all(parts.map(run))
process.exitCode = results.every(({ status }) => status === 0) ? 0 : 1

type Result = { readonly part: string; readonly status: number }

function run(part: string): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>()
  const child = spawn('npm', ['run', '-s', part], { cwd: root, shell: process.platform === 'win32' })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  const end = (status: number) => {
    process.stdout.write(`\n== ${part}: ${status === 0 ? 'passed' : 'failed'}\n${Buffer.concat(said)}`)
    resolve({ part, status })
  }
  child.on('error', (error) => {
    said.push(Buffer.from(`${error.message}\n`))
    end(1)
  })
  child.on('close', (status) => end(status ?? 1))
  return promise
}
