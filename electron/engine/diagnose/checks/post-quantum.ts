// TLS-K4: whether the key exchange would withstand a quantum computer to come.
import { say } from '#shared/explain/words.ts'
import { info, pass } from '../check.ts'
import { isOffered, scanCheck } from './scan-check.ts'

export const postQuantum = scanCheck({
  id: 'TLS-K4',
  name: say('Post-quantum key exchange', 'Intercambio de claves poscuántico'),
  severity: 'info',
  reference: 'RFC 8446 §4.2.7',
  least: 'standard',
  judge(scan) {
    if (!isOffered(scan, 'TLSv1.3')) return null
    const groups = scan.groups.filter(({ version }) => version === 'TLSv1.3').flatMap((list) => list.groups)
    if (groups.length === 0) return 'unclear'
    const hybrid = groups.find(({ kind }) => kind === 'hybrid' || kind === 'post-quantum')
    if (hybrid !== undefined) return pass(say(`It offers ${hybrid.name}.`, `Ofrece ${hybrid.name}.`))
    return info(
      say(
        'It offers none yet. Mail recorded today could be read by a quantum computer one day.',
        'Todavía no ofrece ninguno. Un ordenador cuántico podría leer algún día el correo grabado hoy.',
      ),
      say(
        'Update the TLS library (OpenSSL 3.5 has X25519MLKEM768).',
        'Actualizar la biblioteca TLS (OpenSSL 3.5 tiene X25519MLKEM768).',
      ),
    )
  },
})
