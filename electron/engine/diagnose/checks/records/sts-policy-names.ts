// STS-04, as far as DNS tells: whether the MTA-STS policy names every mail server, and no other one.
import { say } from '#shared/explain/words.ts'
import type { StsPolicy } from '#shared/values/mta-sts.ts'
import { isInPolicy } from '../../../dns/index.ts'
import { fail, pass, type Verdict, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { mxHostsOf } from '../../records/mail-hosts.ts'
import { unclear } from '../../records/unclear.ts'

export const stsPolicyNames: RecordCheck = {
  id: 'STS-04',
  name: say('The policy names the mail servers', 'La política nombra los servidores de correo'),
  severity: { warn: 'medium', fail: 'critical' },
  reference: 'RFC 8461 §4.1',
  judge({ mx, sts: { read } }) {
    if (read?.kind !== 'policy' || read.policy.mode === 'none') return null
    const hosts = mxHostsOf(mx)
    if (hosts.length === 0) return unclear(mx)
    const { policy } = read
    const outside = hosts.filter((host) => !isInPolicy(host, policy))
    if (outside.length > 0) return notNamed(outside, policy)
    const unused = policy.mx.filter((line) => !hosts.some((host) => isInPolicy(host, { ...policy, mx: [line] })))
    return unused.length > 0 ? notUsed(unused) : pass(allNamed)
  },
}

function notNamed(hosts: readonly string[], { mode, mx }: StsPolicy): Verdict {
  const [out, names] = [listed(hosts), listed(mx)]
  const [en, es] = [`Not in the policy (${names.en}): ${out.en}.`, `No están en la política (${names.es}): ${out.es}.`]
  if (mode === 'testing')
    return warn(
      say(
        `${en} It is only being tested; once enforced, mail would be refused.`,
        `${es} Está en pruebas; cuando se aplique, se rechazaría el correo.`,
      ),
      addAdvice,
    )
  return fail(
    say(
      `${en} Strict senders refuse to deliver there right now.`,
      `${es} Quien cumple la política se niega ahora mismo a entregar ahí.`,
    ),
    addAdvice,
  )
}

function notUsed(lines: readonly string[]): Verdict {
  const { en, es } = listed(lines)
  return warn(
    say(
      `The policy also names what is no mail server of the domain: ${en}.`,
      `La política también nombra lo que no es servidor de correo del dominio: ${es}.`,
    ),
    say(
      'Take out the mx lines that are not used, and give the TXT record a new id.',
      'Quitar las líneas mx que no se usan y dar un id nuevo al registro TXT.',
    ),
  )
}

const allNamed = say(
  'Every mail server is in the policy, and every mx line is used.',
  'Todos los servidores de correo están en la política y todas las líneas mx se usan.',
)
const addAdvice = say(
  'Add the server to the policy, and give its TXT record a new id.',
  'Añadir el servidor a la política y dar un id nuevo a su registro TXT.',
)
