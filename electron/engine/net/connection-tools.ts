// What a connection works with, and what it takes and gives.
import type { Stage } from '#shared/values/stage.ts'
import type { TlsDetail } from '#shared/values/tls.ts'
import type { Tap } from './tap.ts'
import type { CertificateFault } from './trust.ts'

/** A line to write: `shown` is what the tap sees of it. */
export type OutgoingLine = { readonly stage: Stage; readonly wire: string; readonly shown: string }
export type TlsOutcome = { readonly detail: TlsDetail; readonly problem: CertificateFault | null }

export type ConnectionTools = {
  readonly tap: Tap
  readonly signal: AbortSignal
  readonly onStage: (stage: Stage) => void
}
