// The certificate that a server shows now, whoever signed it: for a person who compares it and trusts it.
import { placeName } from '#shared/address/index.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Certificate } from '#shared/values/tls.ts'
import { SmtpError, smtpError } from '../smtp-error.ts'
import { type Attempt, attempt } from './attempt.ts'
import { checkAccessible } from './check-order.ts'
import type { Access, DeliveryTools, Manner } from './order.ts'
import { type Recorded, recorded } from './recorded.ts'
import { bareHost, planOptions, relayPlan } from './session-plan.ts'
import { createStageClock } from './stage-clock.ts'

/** Throws an {@link SmtpError} when the server cannot be reached or speaks no TLS. No login is tried. */
export async function fetchCertificate(access: Access, tools: DeliveryTools, manner: Manner): Promise<Certificate> {
  const visitor: Access = {
    ...access,
    login: null,
    secret: null,
    security: access.security === 'tls' ? 'tls' : 'starttls',
  }
  checkAccessible(visitor)
  const plan = {
    ...relayPlan(visitor, planOptions(manner, 'tls')),
    trust: 'reported' as const,
  }
  const target = { host: bareHost(access.host), port: access.port, plan }
  const clock = createStageClock((stage) => tools.onStage?.(stage))
  const work: Recorded = { tools, clock, transcripts: [], leaving: [] }
  const result = await recorded(placeName(target), work, (inner) => attempt(target, null, inner))
  await Promise.all(work.leaving)
  const certificate = result.facts.tls?.chain[0]
  if (certificate === undefined) throw failed(result, target.host)
  return certificate
}

function failed({ failure }: Attempt, host: string): SmtpError {
  const nothing = (): Failure =>
    smtpError('tls-handshake-failed', 'tls', `${host} showed no certificate.`, { facts: { host } }).failure
  return new SmtpError(failure ?? nothing())
}
