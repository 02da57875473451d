// TLS-C7: whether mail that was recorded stays secret when the key of the server leaks.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import { isOffered, scanCheck } from './scan-check.ts'

export const forwardSecrecy = scanCheck({
  id: 'TLS-C7',
  name: say('Forward secrecy', 'Secreto hacia delante'),
  severity: { mx: 'low', submission: 'medium' },
  reference: 'RFC 9325 §4.1',
  judge(scan, { at }) {
    const classes = scan.classes.filter(({ class: name }) => ['static-rsa', 'pfs-cbc', 'pfs-aead'].includes(name))
    const taken = classes.filter(({ outcome }) => outcome === 'yes')
    const fixed = taken.find(({ class: name }) => name === 'static-rsa')
    const isSecret = isOffered(scan, 'TLSv1.3') || taken.some(({ class: name }) => name !== 'static-rsa')
    const evidence = at(...classes.map(({ entry }) => entry))
    if (classes.some(({ outcome }) => outcome === 'unclear')) return 'unclear'
    if (!isSecret && fixed === undefined) return null
    if (fixed === undefined) {
      return pass(
        say(
          'Every session has a key of its own that is thrown away.',
          'Cada sesión tiene una clave propia que se desecha.',
        ),
        evidence,
      )
    }
    const advice = say(
      'Allow suites with ECDHE alone (leave out those that begin with TLS_RSA).',
      'Permitir solo conjuntos con ECDHE (quitar los que empiezan por TLS_RSA).',
    )
    if (isSecret) {
      return warn(
        say(
          'Suites without forward secrecy are accepted too: mail sent with them can be read later if the key leaks.',
          'También se aceptan conjuntos sin secreto hacia delante: el correo enviado con ellos se podrá leer si la clave se filtra.',
        ),
        advice,
        evidence,
      )
    }
    return fail(
      say(
        'No suite has forward secrecy: if the key leaks, all recorded mail can be read.',
        'Ningún conjunto tiene secreto hacia delante: si la clave se filtra, se podrá leer todo el correo grabado.',
      ),
      advice,
      evidence,
    )
  },
})
