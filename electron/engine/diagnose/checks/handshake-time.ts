// PERF-06: how long the handshake takes, and what makes it longer. A scan knows more of that.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { CheckHead, SessionCheck, Verdict } from '../check.ts'
import { tlsEvidence } from '../evidence.ts'
import type { Observed } from '../observed.ts'
import { notReached } from '../preconditions.ts'
import { paced, roundTrip } from './pace.ts'
import type { ScanCheck } from './scan-check.ts'

const head: CheckHead = {
  id: 'PERF-06',
  name: say('The handshake is quick', 'La negociación es rápida'),
  severity: 'low',
  reference: 'RFC 8446 §2',
}

export const handshakeTime: SessionCheck = { ...head, judge: (observed) => timed(observed, []) }

export const handshakeTimeScanned: ScanCheck = {
  ...head,
  judge: ({ observed, seen: { scan } }) => timed(observed, asides(scan)),
}

function timed(observed: Observed, more: readonly Words[]): Verdict | null {
  const { phases, tls } = observed
  const phase = phases.find(({ stage }) => stage === 'handshake')
  if (phase === undefined) return null
  if (tls === null) return notReached(observed)
  const trip = roundTrip(observed)
  const isNew = tls.version === 'TLSv1.3'
  const isRetried = isNew && tls.keyExchange !== null && !firstShares.test(tls.keyExchange)
  const trips = (isNew ? 1 : 2) + (isRetried ? 1 : 0)
  return paced({
    ms: phase.ms,
    pace: { good: trip * 2 + 100, slow: trip * 2 + 1000 },
    way: trip * trips,
    evidence: tlsEvidence(observed),
    remarks: [...(isRetried ? [retried] : []), ...more],
  })
}

/** Those that our hello has a share of; for any other the server asks again (RFC 8446 §4.1.4). */
const firstShares = /X25519/i

function asides({ traits, certificates }: TlsScan): Words[] {
  const asks = traits.some(({ trait, outcome }) => trait === 'client-certificate' && outcome === 'yes')
  const isStapled = certificates.some(({ staple }) => staple !== null)
  return [...(asks ? [asksClient] : []), ...(isStapled ? [stapled] : [])]
}

const retried = say(
  'It asked for another key share (HelloRetryRequest), which costs one way there and back.',
  'Pidió otra clave (HelloRetryRequest), lo que cuesta una ida y vuelta.',
)
const asksClient = say(
  'It asks for a certificate of the client, which makes it longer.',
  'Pide un certificado al cliente, lo que la alarga.',
)
const stapled = say(
  'It comes with a proof of the authority (OCSP), which the server may have to fetch first.',
  'Incluye una prueba de la autoridad (OCSP), que el servidor quizá deba obtener antes.',
)
