// swaks as a second opinion: what an independent client sees of the same server.
import { spawn } from 'node:child_process'

/** The stages that swaks' exit statuses stand for, as its manual has them. */
const stages: Readonly<Record<number, string>> = {
  0: 'done',
  2: 'connect',
  6: 'closed',
  21: 'greeting',
  22: 'hello',
  23: 'mail',
  24: 'no recipient',
  25: 'data',
  26: 'after data',
  28: 'auth',
  29: 'tls',
}

export type Opinion = { readonly stage: string; readonly output: string }

export function askSwaks(parameters: readonly string[]): Promise<Opinion> {
  const { HOME: _, ...env } = process.env
  const child = spawn('swaks', ['--timeout', '10', '--from', 'luis@heloise.test', ...parameters], { env })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ stage: stages[status ?? -1] ?? `status ${status}`, output }))
  })
}
