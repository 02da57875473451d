// TLS-V1: whether the newest version of TLS is used. One handshake shows the best version that both sides know.
import { say } from '#shared/explain/words.ts'
import { pass, type SessionCheck, warn } from '../check.ts'
import { tlsEvidence } from '../evidence.ts'
import { notReached } from '../preconditions.ts'
import { hasTlsTried } from './tls-tried.ts'

export const tls13: SessionCheck = {
  id: 'TLS-V1',
  name: say('TLS 1.3', 'TLS 1.3'),
  severity: 'low',
  reference: 'RFC 9325 §3.1.1',
  judge(observed) {
    if (!hasTlsTried(observed)) return null
    if (observed.tls === null) return notReached(observed)
    const { version } = observed.tls
    const evidence = tlsEvidence(observed)
    if (version === 'TLSv1.3') return pass(say('The session used TLS 1.3.', 'La sesión usó TLS 1.3.'), evidence)
    return warn(
      say(
        `The newest version is missing: 1.3 was asked for, and the server chose ${version}. That is fine for now.`,
        `Falta la versión más reciente: se pidió la 1.3 y el servidor eligió ${version}. Por ahora es suficiente.`,
      ),
      say('Update the TLS library of the server.', 'Actualizar la biblioteca TLS del servidor.'),
      evidence,
    )
  },
}
