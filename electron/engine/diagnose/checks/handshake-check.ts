// A check of the handshake that a session went through: it arises where one was tried, and is open where none was completed.
import type { TlsDetail } from '#shared/values/tls.ts'
import type { CheckHead, SessionCheck, Verdict } from '../check.ts'
import { tlsEvidence } from '../evidence.ts'
import type { Observed } from '../observed.ts'
import { notReached } from '../preconditions.ts'
import { hasTlsTried } from './tls-tried.ts'

type Around = { readonly observed: Observed; readonly evidence: readonly number[] }
type HandshakeCheck = CheckHead & { judge(tls: TlsDetail, around: Around): Verdict | null }

export const handshakeCheck = ({ judge, ...head }: HandshakeCheck): SessionCheck => ({
  ...head,
  judge(observed) {
    if (!hasTlsTried(observed)) return null
    if (observed.tls === null) return notReached(observed)
    return judge(observed.tls, { observed, evidence: tlsEvidence(observed) })
  },
})
