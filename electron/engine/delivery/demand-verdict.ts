// What became of a session, in the light of what the domain demanded of its host.
import type { Failure } from '#shared/values/failure.ts'
import { smtpError } from '../smtp-error.ts'
import type { Attempt, AttemptTools } from './attempt.ts'
import type { DomainPolicy, HostDemand } from './domain-policy.ts'

/** No encryption where one was demanded is a fault of the server against its own domain, not against the profile. */
export function inTheLightOf(demand: HostDemand, attempt: Attempt): Attempt {
  const { failure } = attempt
  if (demand.kind === 'nothing' || failure === null) return attempt
  const isPlain = failure.kind === 'starttls-not-offered' || failure.kind === 'starttls-refused'
  return isPlain ? { ...attempt, failure: tlsMissing(failure, demand) } : attempt
}

/** A policy that is only tested asks to be told what it would have stopped. */
export function tellTested({ sts }: DomainPolicy, { facts }: Attempt, { tap }: AttemptTools): void {
  if (sts?.kind !== 'policy' || sts.policy.mode !== 'testing' || facts.greeting === null) return
  if (facts.tls?.authorized) return
  const what = facts.tls === null ? 'did not encrypt' : 'showed a certificate that does not hold'
  const { host } = facts.peer ?? { host: 'The host' }
  tap.event('warning', `MTA-STS is being tested: ${host} ${what}, and will get no mail once the policy is enforced.`)
}

function tlsMissing({ stage, reply, message, facts }: Failure, { kind }: HostDemand): Failure {
  const policy = kind === 'mta-sts' ? 'MTA-STS' : 'DANE'
  const { host, port, ip } = facts
  return smtpError('policy-tls-missing', stage, `${message} The domain demands it by ${policy}.`, {
    facts: { host, port, ip, policy },
    reply,
  }).failure
}
