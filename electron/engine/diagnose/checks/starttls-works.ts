// STL-02: whether the encryption that is offered works: 220, handshake, and a hello inside; or the handshake, where it comes first.
import { say } from '#shared/explain/words.ts'
import { offers } from '../../smtp/capabilities.ts'
import { fail, pass, type SessionCheck, type Verdict, warn } from '../check.ts'
import { commandEvidence, endEvidence, tlsEvidence } from '../evidence.ts'
import type { Observed } from '../observed.ts'
import { isConnected, notReached, wordsOf } from '../preconditions.ts'
import { usedHelo } from './helo-fallback.ts'
import { beginsPlain } from './starttls-offered.ts'

export const starttlsWorks: SessionCheck = {
  id: 'STL-02',
  name: say('The encryption works', 'El cifrado funciona'),
  severity: 'critical',
  reference: 'RFC 3207 §4, RFC 8314 §3',
  judge(observed) {
    if (!beginsPlain(observed)) return judgeFromStart(observed)
    if (observed.beforeTls === null || !offers(observed.beforeTls, 'STARTTLS')) return null
    const evidence = [...commandEvidence(observed, 'STARTTLS'), ...tlsEvidence(observed)]
    if (observed.tls !== null && observed.afterTls !== null) {
      if (usedHelo(observed))
        return warn(onlyHelo, heloAdvice, [...evidence, ...commandEvidence(observed, 'HELO', 'last')])
      return pass(
        say(
          'The session was encrypted, and the conversation goes on inside.',
          'La sesión se cifró y la conversación sigue dentro.',
        ),
        evidence,
      )
    }
    return isBroken(observed) ? broken(observed, evidence) : notReached(observed)
  },
}

/** What comes after the handshake is for others to judge. */
function judgeFromStart(observed: Observed): Verdict | null {
  if (!isConnected(observed)) return null
  if (observed.tls !== null)
    return pass(say('The handshake succeeds.', 'La negociación tiene éxito.'), tlsEvidence(observed))
  return isBroken(observed) ? broken(observed, []) : notReached(observed)
}

/** A person who pressed Stop says nothing about the server; a refused STARTTLS ends without a failure, in plain text. */
const isBroken = ({ failure, tls }: Observed) =>
  failure === null ? tls === null : failure.kind !== 'stopped' && (failure.stage === 'tls' || tls !== null)

function broken(observed: Observed, evidence: readonly number[]) {
  const happened = observed.failure === null ? refused : wordsOf(observed.failure).happened
  return fail(
    say(`Encryption is offered, but broken. ${happened.en}`, `Se ofrece cifrado, pero no funciona. ${happened.es}`),
    say(
      'The administrator should check key, certificate and their permissions, and read the log of the server.',
      'El administrador debería revisar la clave, el certificado y sus permisos, y leer el registro del servidor.',
    ),
    observed.failure === null ? evidence : [...new Set([...evidence, ...endEvidence(observed)])],
  )
}

const onlyHelo = say(
  'The session was encrypted, but inside only the old HELO is taken: no login and no extension.',
  'La sesión se cifró, pero dentro solo se acepta el antiguo HELO: sin inicio de sesión ni extensiones.',
)
const heloAdvice = say(
  'Look whether something ends TLS before the server and strips EHLO.',
  'Mirar si algo termina TLS antes del servidor y elimina EHLO.',
)
const refused = say('The server refuses the command STARTTLS.', 'El servidor rechaza la orden STARTTLS.')
