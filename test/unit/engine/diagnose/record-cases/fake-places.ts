// The web and the name servers of a case: small tables, and silence for whatever is not in them.
import type { DelegationTools } from '../../../../../electron/engine/diagnose/records/delegation.ts'
import type { GatherTools } from '../../../../../electron/engine/diagnose/records/gather.ts'
import { smtpError } from '../../../../../electron/engine/smtp-error.ts'
import { fakeResolver } from '../../../../fakes/resolver.ts'

export const fakeWeb = (texts: Readonly<Record<string, string>>): Required<Pick<GatherTools, 'fetchSettings'>> => ({
  async fetchSettings({ host, path, isPlain }) {
    const text = texts[`${isPlain ? 'http' : 'https'}://${host}${path}`]
    return text === undefined ? { kind: 'failed', reason: 'ENOTFOUND' } : { kind: 'text', text }
  },
})

export const fakeServers = (
  serials: Readonly<Record<string, number | null>>,
): Required<Pick<DelegationTools, 'nameServer'>> => ({
  nameServer: (address) => async (question, signal) => {
    const serial = serials[address]
    if (serial === undefined) throw smtpError('dns-unavailable', 'dns', `${address} is silent.`)
    const times = { refresh: 1, retry: 1, expire: 1, minimum: 1 }
    const soa = { type: 'SOA' as const, primary: 'a.example', contact: 'b.example', serial: serial ?? 0, ...times }
    const answer = await fakeResolver({
      answers: { [`${question.name} SOA`]: serial === null ? 'REFUSED' : [soa] },
    }).ask(question, signal)
    return { ...answer, isAuthoritative: serial !== null }
  },
})
