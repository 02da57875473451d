// AUT-02: which ways to log in there are in the end.
import { explainMechanism } from '#shared/explain/mechanisms.ts'
import { say } from '#shared/explain/words.ts'
import { authMechanisms, findCapability } from '../../smtp/capabilities.ts'
import { fail, info, pass, type SessionCheck, warn } from '../check.ts'
import { commandEvidence, offerEvidence } from '../evidence.ts'
import type { Observed } from '../observed.ts'
import { lastOffers, notReached } from '../preconditions.ts'

/** Old ways of one vendor: with nothing else, many clients stay outside. */
const narrow = new Set(['LOGIN', 'NTLM'])

export const mechanismsAfterTls: SessionCheck = {
  id: 'AUT-02',
  name: say('Ways to log in', 'Métodos de inicio de sesión'),
  severity: 'medium',
  reference: 'RFC 4954 §3',
  judge(observed) {
    const offers = lastOffers(observed)
    if (offers === null || (observed.tls !== null && observed.afterTls === null)) return notReached(observed)
    const names = authMechanisms(offers)
    const evidence = evidenceOf(observed, names)
    return observed.endpoint.role === 'mx'
      ? onMx(names, evidence)
      : onSubmission(names, findCapability(offers, 'AUTH') === null, evidence)
  },
}

function onMx(names: readonly string[], evidence: readonly number[]) {
  if (names.length === 0) {
    return pass(
      say(
        'No login is offered, as is right between mail servers.',
        'No se ofrece iniciar sesión, como corresponde entre servidores de correo.',
      ),
      evidence,
    )
  }
  return info(
    say(
      `Logins are taken on this port too: ${names.join(', ')}.`,
      `También se acepta iniciar sesión en este puerto: ${names.join(', ')}.`,
    ),
    say('People should log in on 587 or 465.', 'Las personas deberían iniciar sesión en 587 o 465.'),
    evidence,
  )
}

function onSubmission(names: readonly string[], isOldForm: boolean, evidence: readonly number[]) {
  const list = names.join(', ')
  if (names.length === 0) {
    return fail(
      say(
        'No login is offered, so nobody can send through this port.',
        'No se ofrece iniciar sesión, así que nadie puede enviar por este puerto.',
      ),
      say('Switch SASL on in the server.', 'Activar SASL en el servidor.'),
      evidence,
    )
  }
  if (isOldForm) {
    return warn(
      say(
        `Logins are offered only in the old form AUTH=: ${list}.`,
        `Solo se ofrece iniciar sesión en la forma antigua AUTH=: ${list}.`,
      ),
      say('Offer the standard form as well.', 'Ofrecer también la forma normalizada.'),
      evidence,
    )
  }
  const isNarrow = names.every((name) => narrow.has(name) || explainMechanism(name).verdict === 'unknown')
  return isNarrow
    ? warn(
        say(
          `Only ways that not every client knows: ${list}.`,
          `Solo métodos que no conocen todos los clientes: ${list}.`,
        ),
        say('Offer PLAIN inside TLS, or SCRAM-SHA-256.', 'Ofrecer PLAIN dentro de TLS o SCRAM-SHA-256.'),
        evidence,
      )
    : pass(say(`Ways to log in: ${list}.`, `Métodos: ${list}.`), evidence)
}

function evidenceOf(observed: Observed, names: readonly string[]): readonly number[] {
  if (names.length === 0) return commandEvidence(observed, 'EHLO', 'last')
  return offerEvidence(observed, 'AUTH', observed.afterTls === null ? 'before' : 'after')
}
