// The command line as a program: what it writes, and the status it ends with. Nothing of the person's own reaches it.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** The command as it is installed, and what it runs. */
export const installedCommand = join(root, 'build/heloise.js')
const builtProgram = join(root, 'out/main/cli.js')

export type Ran = { readonly status: number | null; readonly out: string; readonly err: string }

export type RunOptions = {
  readonly program?: string
  readonly environment?: Readonly<Record<string, string>>
  /** For standard input, which is empty without it, and stays open with null. */
  readonly input?: string | Uint8Array | null
}

export type Running = {
  readonly child: ChildProcess
  readonly ended: Promise<Ran>
  /** Resolves once the output so far holds this; rejects when the program ends without it. */
  said(text: string | RegExp): Promise<string>
}

export const runHeloise = (parameters: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  startHeloiseCommand(parameters, options).ended

export function startHeloiseCommand(parameters: readonly string[], options: RunOptions = {}): Running {
  const { program = builtProgram, environment = {}, input = '' } = options
  const dataFolder = mkdtempSync(join(tmpdir(), 'heloise-cli-'))
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, LANG: 'C.UTF-8', HELOISE_DATA: dataFolder, HELOISE_KEYRING: 'none', ...environment }
  const child = spawn(process.execPath, [program, ...parameters], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  const written = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text))
  child.stdin.on('error', () => {})
  if (input !== null) child.stdin.end(input)
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => {
      rmSync(dataFolder, { recursive: true, force: true })
      resolve({ status, ...written })
    })
  })
  return { child, ended, said: (text) => waitFor(text, child, written) }
}

function waitFor(text: string | RegExp, child: ChildProcess, written: { out: string; err: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const all = written.out + written.err
      if (typeof text === 'string' ? all.includes(text) : text.test(all)) resolve(all)
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.once('close', () => reject(new Error(`It ended without saying ${text}: ${written.out}${written.err}`)))
    look()
  })
}
