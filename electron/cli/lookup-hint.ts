// The options of `diagnose`, `mx` and `tls` that a failure calls for.
import type { Failure, FailureKind } from '#shared/values/failure.ts'

export type Hints = Readonly<Partial<Record<FailureKind, string>>>

/** Every command that looks names up has this one. */
export const dnsHint: Hints = { 'dns-unavailable': '--dns ADDRESS' }

export const hintFrom = (hints: Hints, { kind }: Failure): string | null => hints[kind] ?? null
