// TLS-V2: whether TLS 1.2 works for those who have nothing newer. One handshake shows it only when it was
// the best; a scan asks.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, type SessionCheck, warn } from '../check.ts'
import { endEvidence, tlsEvidence } from '../evidence.ts'
import { notReached, wordsOf } from '../preconditions.ts'
import { isOffered, scanCheck, versionOf } from './scan-check.ts'
import { hasTlsTried } from './tls-tried.ts'

export const tls12: SessionCheck = {
  id: 'TLS-V2',
  name: say('TLS 1.2', 'TLS 1.2'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 9325 §3.1.1',
  judge(observed) {
    if (!hasTlsTried(observed)) return null
    const { tls, failure } = observed
    if (failure?.kind === 'tls-version-unsupported') {
      const { happened, advice } = wordsOf(failure)
      return fail(happened, advice, endEvidence(observed))
    }
    if (tls === null) return notReached(observed)
    const evidence = tlsEvidence(observed)
    if (tls.version === 'TLSv1.2') return pass(say('The session used TLS 1.2.', 'La sesión usó TLS 1.2.'), evidence)
    return indeterminate(
      say(
        `The session used ${tls.version}. One handshake shows only the best version, so whether 1.2 works as well was not asked.`,
        `La sesión usó ${tls.version}. Una negociación muestra solo la mejor versión, así que no se preguntó si la 1.2 también funciona.`,
      ),
      evidence,
    )
  },
}

export const tls12Scanned = scanCheck({
  ...tls12,
  judge(scan, { observed, at }) {
    const scanned = versionOf(scan, 'TLSv1.2')
    if (scanned === undefined || scanned.outcome === 'unclear') return tls12.judge(observed)
    const evidence = at(scanned.entry)
    if (scanned.outcome === 'yes') return pass(say('TLS 1.2 is offered.', 'Se ofrece TLS 1.2.'), evidence)
    if (isOffered(scan, 'TLSv1.3')) {
      return warn(
        say(
          'Only TLS 1.3 is offered. Older senders cannot encrypt to this server, and may fall back to plain text.',
          'Solo se ofrece TLS 1.3. Los remitentes antiguos no pueden cifrar con este servidor y quizá vuelvan al texto claro.',
        ),
        say('Allow TLS 1.2 beside 1.3.', 'Permitir TLS 1.2 junto a la 1.3.'),
        evidence,
      )
    }
    return fail(
      say(
        'Neither TLS 1.2 nor 1.3 is offered: clients of today cannot encrypt to this server.',
        'No se ofrece ni TLS 1.2 ni 1.3: los clientes actuales no pueden cifrar con este servidor.',
      ),
      say(
        'Update the TLS library, and allow TLS 1.2 and 1.3.',
        'Actualizar la biblioteca TLS y permitir TLS 1.2 y 1.3.',
      ),
      evidence,
    )
  },
})
