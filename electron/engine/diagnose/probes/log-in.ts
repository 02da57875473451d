// Logs in with the person's own name and password, by one mechanism or the best there is.
import type { Failure } from '#shared/values/failure.ts'
import type { Mechanism } from '#shared/values/mechanisms.ts'
import { authenticate, authMechanisms } from '../../smtp/index.ts'
import { failureOf } from '../../smtp-error.ts'
import type { Evidence } from '../check.ts'
import type { Observed } from '../observed.ts'
import { lastOffers } from '../preconditions.ts'
import type { ProbeTools } from '../probe.ts'
import type { Talk } from '../talk.ts'

export type LoginEnd = {
  /** The one that was used; null where the login failed. */
  readonly mechanism: Mechanism | null
  readonly failure: Failure | null
  /** Milliseconds. */
  readonly ms: number
  readonly evidence: readonly Evidence[]
}

export const canLogIn = (observed: Observed, { credentials }: Pick<ProbeTools, 'credentials'>): boolean =>
  credentials !== null && authMechanisms(lastOffers(observed) ?? []).length > 0

export async function logIn(
  peer: Talk,
  mechanism: Mechanism | 'automatic',
  { credentials, replyTimeout }: ProbeTools,
): Promise<LoginEnd> {
  const { user, secret } = credentials ?? { user: '', secret: '' }
  const began = performance.now()
  const lines = peer.mark()
  const ended = (end: Pick<LoginEnd, 'mechanism' | 'failure'>) => ({
    ...end,
    ms: performance.now() - began,
    evidence: lines(),
  })
  try {
    const taken = await authenticate(peer.connection, {
      login: { user, mechanism, allowPlaintext: false },
      secret,
      offered: authMechanisms(peer.capabilities),
      isPrivate: peer.tls?.authorized === true,
      tls: peer.tls,
      hasClientCertificate: false,
      seconds: replyTimeout,
    })
    return ended({ mechanism: taken, failure: null })
  } catch (error) {
    return ended({ mechanism: null, failure: failureOf(error, 'auth') })
  }
}
