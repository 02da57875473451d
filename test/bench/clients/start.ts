// Starts a client that is measured, as a process of its own, and waits for its figures.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Figures } from '../row.ts'
import type { Job, Outcome } from './job.ts'

/** Milliseconds until a client that does not end is ended. */
const longest = 300_000

export async function runClient(script: 'heloise' | 'nodemailer', job: Job): Promise<Outcome> {
  const child = fork(join(import.meta.dirname, `${script}.ts`), [JSON.stringify(job)], { timeout: longest })
  let outcome: Outcome | null = null
  child.on('message', (message: Outcome) => {
    outcome = message
  })
  const [status] = await once(child, 'exit')
  if (outcome === null) throw new Error(`The client ${script} ended with ${status} and no figures.`)
  return outcome
}

export const ratesOf = ({ seconds, cpuSeconds }: Pick<Outcome, 'seconds' | 'cpuSeconds'>, count: number): Figures => ({
  'mails/s': count / seconds,
  'CPU µs/mail': (cpuSeconds * 1e6) / count,
})
