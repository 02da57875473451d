// TLS-X13: whether the trouble is ours: a server that others can reach, and this program cannot.
import { say } from '#shared/explain/words.ts'
import { pass, warn } from '../check.ts'
import { tlsEvidence } from '../evidence.ts'
import { isOffered, scanCheck } from './scan-check.ts'

export const ownLimits = scanCheck({
  id: 'TLS-X13',
  name: say('This program can connect', 'Este programa puede conectar'),
  severity: 'info',
  reference: 'RFC 9325 §4.2',
  judge(scan, { observed }) {
    if (observed.tls !== null) {
      return pass(say('It shook hands with this program.', 'Negoció con este programa.'), tlsEvidence(observed))
    }
    if (!isOffered(scan, 'TLSv1.2') && !isOffered(scan, 'TLSv1.3')) return null
    return warn(
      say(
        'It answers hellos of today, but this program could not finish a handshake; others may be able to.',
        'Responde a saludos actuales, pero este programa no pudo completar la negociación; otros quizá sí.',
      ),
      say(
        'Offer ECDHE with AES-GCM, and a certificate with an RSA key of 2048 bits or P-256.',
        'Ofrecer ECDHE con AES-GCM y un certificado con clave RSA de 2048 bits o P-256.',
      ),
    )
  },
})
