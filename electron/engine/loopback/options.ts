// What the loopback server is told and what it tells.
import type { Listener, LoopbackConfig } from '#shared/values/loopback.ts'
import type { Recorder } from '../net/tap.ts'

export type LoopbackTools = {
  readonly recorder: Recorder
  /** Takes a mail as it arrives; resolves once it is kept safe: only then does the client see 250. */
  readonly receive: (mail: IncomingMail) => Promise<{ id: string }>
  /** Given what each mail begins with, as it stood on the wire: stuffed dots, line ends and the final dot are untouched. */
  readonly heard?: (octets: Buffer) => void
}

/** Metadata comes first, then the bytes (dot-stuffing undone, exactly as sent otherwise). */
export type IncomingMail = {
  readonly envelopeFrom: string
  readonly envelopeTo: readonly string[]
  readonly isTls: boolean
  readonly user: string | null
  readonly transcriptId: string
  readonly content: AsyncIterable<Uint8Array>
}

export type LoopbackOptions = Pick<LoopbackConfig, 'ports' | 'scenario'> & {
  readonly login: { readonly user: string; readonly password: string }
  /** Key and certificate (PEM) of the server, signed by the local authority. */
  readonly identity: { readonly key: string; readonly certificate: string }
}

export type LoopbackServer = {
  readonly listeners: readonly Listener[]
  /** Takes effect for sessions from now on. */
  setScenario(scenario: LoopbackConfig['scenario']): void
  /** Ends every session and frees the ports. */
  stop(): Promise<void>
}
