// A question to DNS whose answer is needed: what stands in its way is thrown, each with its cause.
import { type FailureFacts, type SmtpError, smtpError } from '../smtp-error.ts'
import { askableName } from './dns-name.ts'
import type { Question } from './message.ts'
import type { RecordType } from './record.ts'
import type { DnsAnswer, Resolver } from './resolver.ts'
import { extendedErrorInWords, saysBogus } from './response-codes.ts'

export type LookUpTools = { readonly resolver: Resolver; readonly signal: AbortSignal }

/**
 * The answer; without records where the name, or records of this type, do not exist. Throws `dns-bogus` where signatures
 * do not hold, `dns-unavailable` where nobody could tell.
 */
export async function lookUp(name: string, type: RecordType, tools: LookUpTools): Promise<DnsAnswer> {
  const asked = askableName(name)
  if (asked === null) throw unaskable(name)
  const question: Question = { name: asked, type }
  const answer = await tools.resolver.ask(question, tools.signal)
  if (answer.rcode === 'NOERROR' || answer.rcode === 'NXDOMAIN') return answer
  throw (await isBogus(answer, tools)) ? bogus(name, answer) : unclear(name, answer)
}

/** As {@link lookUp}; a name that does not exist throws `host-not-found`. */
export async function lookUpExisting(name: string, type: RecordType, tools: LookUpTools): Promise<DnsAnswer> {
  const answer = await lookUp(name, type, tools)
  if (answer.rcode === 'NXDOMAIN') throw notFound(name, `There is no host named ${name}.`)
  return answer
}

export const notFound = (name: string, message: string): SmtpError =>
  smtpError('host-not-found', 'dns', message, { facts: factsOf(name) })

/** A validating resolver hides what is bogus behind SERVFAIL (RFC 4035 §5.5); without the check it hands it out. */
async function isBogus({ question, rcode, extendedErrors }: DnsAnswer, tools: LookUpTools): Promise<boolean> {
  if (rcode !== 'SERVFAIL') return false
  if (extendedErrors.some(saysBogus)) return true
  const unchecked = await tools.resolver.ask({ ...question, isUnchecked: true }, tools.signal)
  return unchecked.rcode === 'NOERROR' || unchecked.rcode === 'NXDOMAIN'
}

function bogus(name: string, answer: DnsAnswer): SmtpError {
  const reason = reasonOf(answer)
  const message = `The signatures (DNSSEC) of ${name} do not hold: ${reason}.`
  return smtpError('dns-bogus', 'dns', message, { facts: { ...factsOf(name), reason } })
}

function unclear(name: string, answer: DnsAnswer): SmtpError {
  const reason = reasonOf(answer)
  const message = `DNS at ${answer.server} was asked for ${answer.question.type} of ${name}: ${reason}.`
  return smtpError('dns-unavailable', 'dns', message, { facts: { ...factsOf(name), reason } })
}

export function unaskable(name: string): SmtpError {
  const visible = JSON.stringify(name).slice(1, -1)
  return smtpError('host-invalid', 'dns', `“${visible}” is no name of a host.`, { facts: factsOf(visible) })
}

/** `SERVFAIL (DNSSEC Bogus)`, in the words of DNS. */
function reasonOf({ rcode, extendedErrors }: DnsAnswer): string {
  const words = extendedErrors.map(extendedErrorInWords).join(', ')
  return words === '' ? rcode : `${rcode} (${words})`
}

const factsOf = (name: string): FailureFacts => ({ host: name, domain: name })
