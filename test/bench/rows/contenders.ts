// The clients that several rows measure.
import type { Job, MailSpec } from '../clients/job.ts'
import { runClient } from '../clients/start.ts'
import { findProgram, run } from '../programs.ts'
import type { Absent, Contender, Figures } from '../row.ts'

export type Load = Pick<Job, 'port' | 'connections' | 'count' | 'window'>
export type Client = 'Heloise' | 'nodemailer'

/** Half as many mails warm it up as are measured. */
export const client = (name: Client, load: Load, mail: MailSpec, title = `${name}, ${mail.kind}`): Contender => ({
  name: title,
  async run() {
    const outcome = await runClient(scripts[name], { ...load, warmUp: Math.ceil(load.count / 2), mail })
    return rates(outcome.seconds, outcome.cpuSeconds, load.count)
  },
})

const scripts = { Heloise: 'heloise', nodemailer: 'nodemailer' } as const

/** Postfix's load generator: C, no pipelining, mails built beforehand. */
export function smtpSource({ port, connections, count }: Load, octets: number): Contender | Absent {
  const program = findProgram('smtp-source')
  if (program === null) return { name: 'smtp-source', missing: 'it is not installed' }
  return {
    name: 'smtp-source',
    async run() {
      const { seconds, cpuSeconds } = await run(program, smtpSourceArguments({ port, connections, count, octets }))
      return rates(seconds, cpuSeconds, count)
    },
  }
}

/** `isReconnecting`: a connection a mail. */
export function smtpSourceArguments(
  load: Omit<Load, 'window'> & { readonly octets: number; readonly isReconnecting?: boolean },
): string[] {
  const { port, connections, count, octets, isReconnecting = false } = load
  const people = ['-f', 'ana@example.org', '-t', 'luis@example.net', '-M', 'client.example']
  const amount = ['-s', String(connections), '-m', String(count), '-l', String(octets)]
  return [...(isReconnecting ? [] : ['-d']), ...amount, ...people, `127.0.0.1:${port}`]
}

const rates = (seconds: number, cpuSeconds: number, count: number): Figures => ({
  'mails/s': count / seconds,
  'CPU µs/mail': (cpuSeconds * 1e6) / count,
})
