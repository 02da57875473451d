// TLS-S4: whether a session can be taken up again without a whole handshake, and only for the host that it was made for.
import { say } from '#shared/explain/words.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import { fail, info, pass } from '../check.ts'
import { scanCheck } from './scan-check.ts'

export const resumption = scanCheck({
  id: 'TLS-S4',
  name: say('Sessions can be taken up again', 'Las sesiones se pueden retomar'),
  severity: 'info',
  reference: 'RFC 9325 §3.4',
  least: 'full',
  judge(scan, { at }) {
    const { completed, traits } = scan
    if (completed === null) return null
    const tried = Object.values(completed.resumption).filter((outcome) => outcome !== null)
    if (tried.length === 0) return 'unclear'
    if (!tried.includes(true))
      return info(
        say('Each connection takes a whole handshake.', 'Cada conexión requiere una negociación completa.'),
        say('Session tickets would save time.', 'Los tickets de sesión ahorrarían tiempo.'),
      )
    const foreign = traits.find(({ trait }) => trait === 'foreign-ticket')
    const evidence = at(foreign?.entry ?? null)
    if (foreign?.outcome !== 'yes')
      return pass(say('They can, which saves time.', 'Se puede, lo que ahorra tiempo.'), evidence)
    return isOneHost(scan) ? pass(sameForAll, evidence) : fail(confused, keepApart, evidence)
  },
})

/** Whether a name that is nobody's gets a certificate that the own name gets as well. */
const isOneHost = ({ certificates }: TlsScan): boolean =>
  certificates.some(
    ({ shownFor }) =>
      shownFor.includes('other-name') && shownFor.some((wish) => wish !== 'other-name' && wish !== 'no-name'),
  )

const sameForAll = say(
  'They can, which saves time; also under another name, which has the same certificate here.',
  'Se puede, lo que ahorra tiempo; también con otro nombre, que aquí tiene el mismo certificado.',
)
const confused = say(
  'They can, but the ticket of one host is taken under the name of another, which has another certificate (RFC 6066 §3).',
  'Se puede, pero el tique de un servidor se acepta con el nombre de otro, que tiene otro certificado (RFC 6066 §3).',
)
const keepApart = say(
  'Give each host tickets of its own: separate session caches and ticket keys, or a newer TLS library.',
  'Dar a cada servidor sus propios tiques: cachés de sesiones y claves de tiques separadas, o una biblioteca TLS más nueva.',
)
