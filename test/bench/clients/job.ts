// What a client that is measured is told, and what it tells.

export type Job = {
  readonly port: number
  readonly connections: number
  readonly count: number
  /** Mails before the clock starts, so that compiled code is measured. */
  readonly warmUp: number
  readonly mail: MailSpec
  /** Mails on their way at once over a connection; for Heloise alone. */
  readonly window?: number
}

export type MailSpec =
  /** Made anew for each mail, of so many octets of text; or built once beforehand. */
  | { readonly kind: 'composed' | 'prebuilt'; readonly octets: number }
  | { readonly kind: 'attachment'; readonly file: string }

export type Outcome = {
  readonly seconds: number
  readonly cpuSeconds: number
  /** Octets: before anything was sent, and the most while it was. */
  readonly idleMemory: number
  readonly peakMemory: number
}

/** Lines that a session tells. */
export type LinesJob = Pick<Job, 'count' | 'warmUp'>

/** After how many mails the heap is looked at; the last is how many there are. */
export type MemoryJob = { readonly port: number; readonly marks: readonly number[] }
/** Octets, and seconds since the start. */
export type Mark = { readonly heap: number; readonly seconds: number }

/** A server that offers STARTTLS on this machine. */
export type SuitesJob = { readonly port: number }
export type Suites = {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly connections: number
  /** Numbers of suites by the name of the version. */
  readonly found: Readonly<Record<string, readonly number[]>>
}

export const sender = 'ana@example.org'
export const recipient = 'luis@example.net'
export const subject = 'How fast is this?'

/** Lines of text, this many octets of them. */
export function textOf(octets: number): string {
  const line = 'The quick brown fox jumps over the lazy dog, and back again as it likes.\r\n'
  return line.repeat(Math.ceil(octets / line.length)).slice(0, octets)
}

/** A whole mail, built beforehand. */
export function builtMail(octets: number): Buffer {
  const head = [
    `From: ${sender}`,
    `To: ${recipient}`,
    `Subject: ${subject}`,
    'Message-ID: <bench@example.org>',
    'Date: Mon, 02 Nov 2026 12:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${textOf(octets)}\r\n`)
}
