// TLS-D2: attacks that were tried for real are withstood.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { AttacksSeen } from '../probes/tls-attacks.ts'

const sources: Readonly<Record<string, string>> = {
  'CCS injection': 'CVE-2014-0224',
  ROBOT: 'Bleichenbacher',
  Ticketbleed: 'CVE-2016-9244',
}

export const triedAttacks: ProbeCheck<AttacksSeen> = {
  id: 'TLS-D2',
  name: say('Attacks that were tried are withstood', 'Resiste los ataques que se probaron'),
  severity: 'critical',
  reference: 'RFC 5246 §7.4.7.1',
  judge({ seen: { attempts, session } }) {
    const at = (some: typeof attempts) => some.map(({ entry }) => ({ session, entry }))
    const open = attempts.filter(({ outcome }) => outcome === 'open')
    if (open.length > 0) {
      const list = open.map((one) => `${one.attack} (${sources[one.attack]})`).join(', ')
      return fail(
        say(
          `It fell for ${list}: somebody on the way can read or change what is encrypted.`,
          `Cedió ante ${list}: alguien en el camino puede leer o cambiar lo cifrado.`,
        ),
        say('Update the TLS library of the server at once.', 'Actualizar de inmediato la biblioteca TLS del servidor.'),
        at(open),
      )
    }
    const unclear = attempts.filter(({ outcome }) => outcome === 'unclear')
    if (unclear.length > 0) {
      const list = unclear.map(({ attack }) => attack).join(', ')
      return indeterminate(
        say(
          `Not judged: its answers to ${list} are not clear.`,
          `Sin valorar: sus respuestas a ${list} no son claras.`,
        ),
        at(unclear),
      )
    }
    const list = attempts.map(({ attack }) => attack).join(', ')
    return pass(say(`Withstood: ${list}.`, `Resistidos: ${list}.`), at(attempts))
  },
}
