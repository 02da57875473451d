// TLS-V1: whether the newest version of TLS is used. One handshake shows the best version that both sides know; a scan asks.
import { say } from '#shared/explain/words.ts'
import { pass, warn } from '../check.ts'
import { handshakeCheck } from './handshake-check.ts'
import { scanCheck, versionOf } from './scan-check.ts'

const advice = say('Update the TLS library of the server.', 'Actualizar la biblioteca TLS del servidor.')

export const tls13 = handshakeCheck({
  id: 'TLS-V1',
  name: say('TLS 1.3', 'TLS 1.3'),
  severity: 'low',
  reference: 'RFC 9325 §3.1.1',
  judge(tls, { evidence }) {
    const { version } = tls
    if (version === 'TLSv1.3') return pass(say('The session used TLS 1.3.', 'La sesión usó TLS 1.3.'), evidence)
    return warn(
      say(
        `The newest version is missing: 1.3 was asked for, and the server chose ${version}. That is fine for now.`,
        `Falta la versión más reciente: se pidió la 1.3 y el servidor eligió ${version}. Por ahora es suficiente.`,
      ),
      advice,
      evidence,
    )
  },
})

export const tls13Scanned = scanCheck({
  ...tls13,
  judge(scan, { observed, at }) {
    const scanned = versionOf(scan, 'TLSv1.3')
    if (scanned === undefined || scanned.outcome === 'unclear') return tls13.judge(observed)
    const evidence = at(scanned.entry)
    if (scanned.outcome === 'yes') return pass(say('TLS 1.3 is offered.', 'Se ofrece TLS 1.3.'), evidence)
    return warn(
      say(
        'The newest version, 1.3, is missing. That is fine for now.',
        'Falta la versión más reciente, la 1.3. Por ahora es suficiente.',
      ),
      advice,
      evidence,
    )
  },
})
