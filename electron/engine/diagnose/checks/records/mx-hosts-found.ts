// MX-06: whether every host that an MX names has an address.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import { addressesOf } from '../../records/answered.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { unclear } from '../../records/unclear.ts'

export const mxHostsFound: RecordCheck = {
  id: 'MX-06',
  name: say('Every MX host has an address', 'Cada equipo MX tiene dirección'),
  severity: { warn: 'high', fail: 'critical' },
  reference: 'RFC 5321 §5.1',
  judge({ mx, hosts }) {
    if (mx.failure !== null) return unclear(mx)
    if (hosts.length === 0) return null
    const dead = hosts.filter(
      ({ addresses }) => addressesOf(addresses).length === 0 && addresses.every(({ failure }) => failure === null),
    )
    const { en, es } = listed(dead.map(({ name }) => name))
    if (dead.length === hosts.length)
      return fail(
        say(
          `No host that takes the mail has an address: ${en}.`,
          `Ningún equipo que recibe el correo tiene dirección: ${es}.`,
        ),
        danglingAdvice,
      )
    if (dead.length > 0)
      return warn(
        say(`Some MX hosts have no address: ${en}.`, `Algunos equipos MX no tienen dirección: ${es}.`),
        danglingAdvice,
      )
    const unanswered = hosts.filter(({ addresses }) => addressesOf(addresses).length === 0)
    return (
      unclear(...unanswered.flatMap(({ addresses }) => addresses)) ??
      pass(say('Every MX host has an address.', 'Todos los equipos MX tienen dirección.'))
    )
  },
}

const danglingAdvice = say(
  'Delete the MX record or give its host an address: whoever registers an abandoned name could take the mail.',
  'Borrar el registro MX o dar una dirección a su equipo: quien registre un nombre abandonado podría quedarse con el correo.',
)
