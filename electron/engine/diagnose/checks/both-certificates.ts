// TLS-X12: whether the two certificates of a server that has one for RSA and one for ECDSA agree. Often only one is renewed.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import { scanCheck } from './scan-check.ts'

const day = 24 * 60 * 60 * 1000
/** Days left at which a renewal is due. */
const late = 21

export const bothCertificates = scanCheck({
  id: 'TLS-X12',
  name: say('Both certificates agree', 'Los dos certificados concuerdan'),
  severity: 'medium',
  reference: 'RFC 5280 §4.1.2.5',
  judge({ certificates }, { observed }) {
    const leaves = certificates
      .filter(({ shownFor }) => shownFor.some((wish) => /rsa|ecdsa/.test(wish)))
      .flatMap(({ chain: [leaf] }) => leaf ?? [])
    if (leaves.length < 2) return null
    const [soonest] = leaves.toSorted((one, other) => one.validTo.localeCompare(other.validTo))
    if (soonest === undefined) return null
    const days = leaves.map(({ validTo }) => Math.floor((Date.parse(validTo) - observed.now.getTime()) / day))
    const advice = say('Renew both, for the same names.', 'Renovar los dos, para los mismos nombres.')
    const until = soonest.validTo.slice(0, 10)
    if (days.some((left) => left < 0)) {
      return fail(
        say(`One of them (${soonest.key}) expired on ${until}.`, `Uno de ellos (${soonest.key}) caducó el ${until}.`),
        advice,
      )
    }
    if (days.some((left) => left <= late) && days.some((left) => left > late)) {
      return warn(
        say(
          `Only one was renewed; the other (${soonest.key}) ends on ${until}.`,
          `Solo se renovó uno; el otro (${soonest.key}) acaba el ${until}.`,
        ),
        advice,
      )
    }
    if (new Set(leaves.map(({ names }) => names.toSorted().join(' '))).size > 1) {
      return warn(say('They cover different names.', 'Valen para nombres distintos.'), advice)
    }
    return pass(say('They have the same names, and both are valid.', 'Tienen los mismos nombres y ambos son válidos.'))
  },
})
