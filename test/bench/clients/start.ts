// Starts a client that is measured, as a process of its own, and waits for its figures.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Job, LinesJob, Mark, MemoryJob, Outcome, Suites, SuitesJob } from './job.ts'

export type Client = 'heloise' | 'heloise-one' | 'nodemailer'

export const runClient = (client: Client, job: Job): Promise<Outcome> => start<Outcome>(client, job)

/** The model of the log, while a session tells so many lines. */
export const runLogModel = (job: LinesJob): Promise<Outcome> => start<Outcome>('log-model', job)

/** The heap without its garbage after each of so many mails. */
export const runMemory = (job: MemoryJob): Promise<Mark[]> => start<Mark[]>('heloise-memory', job, ['--expose-gc'])

/** What a second scan of a server finds. */
export const runSuites = (job: SuitesJob): Promise<Suites> => start<Suites>('heloise-suites', job)

/** Milliseconds until a client that does not end is ended. */
const longest = 300_000

async function start<Told>(script: string, job: object, execArgv: string[] = []): Promise<Told> {
  const file = join(import.meta.dirname, `${script}.ts`)
  const child = fork(file, [JSON.stringify(job)], { execArgv, timeout: longest })
  const told: Told[] = []
  child.on('message', (message: Told) => told.push(message))
  const [status] = await once(child, 'exit')
  const [first] = told
  if (first === undefined) throw new Error(`The client ${script} ended with ${status} and no figures.`)
  return first
}
