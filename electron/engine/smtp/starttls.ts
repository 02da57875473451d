// STARTTLS (RFC 3207) and implicit TLS (RFC 8314 §3.3), with what a profile asks of the certificate.
import type { TlsDetail } from '#shared/values/tls.ts'
import type { CertificateFault, Connection, TlsWish } from '../net/index.ts'
import { SmtpError } from '../smtp-error.ts'
import { startTls } from './command.ts'
import { exchange } from './exchange.ts'
import { inWords } from './reply-class.ts'

export type TlsPlan = {
  readonly wish: TlsWish
  /** `required`: a certificate that does not hold ends the session. `reported`: it is told, and the session goes on. */
  readonly trust: 'required' | 'reported'
  readonly seconds: number
}

export async function upgrade(connection: Connection, plan: TlsPlan, learn: (tls: TlsDetail) => void): Promise<void> {
  const reply = await exchange(connection, startTls(), plan.seconds)
  if (reply.code !== 220) {
    const message = `${connection.peer.host} offers STARTTLS and refuses it: ${inWords(reply)}.`
    throw connection.failure('starttls-refused', message, { reply })
  }
  // RFC 3207 §4.2: what came in plain text with the 220 must never be read as if TLS had protected it.
  if (connection.hasInput()) {
    const message = `${connection.peer.host} sent plain octets together with its answer to STARTTLS.`
    throw connection.failure('starttls-injection', message)
  }
  try {
    await secure(connection, plan, learn)
  } catch (error) {
    throw plainAfter220(connection, error)
  }
}

/** The handshake, begun at once: on an implicit-TLS port, or after the 220 to STARTTLS. */
export async function secure(connection: Connection, plan: TlsPlan, learn: (tls: TlsDetail) => void): Promise<void> {
  connection.enter('tls')
  const { detail, problem } = await connection.startTls(plan.wish, plan.seconds)
  learn(detail)
  if (problem === null) return
  if (plan.trust === 'required') throw distrust(connection, plan, detail, problem)
  connection.tap.event('warning', `The session goes on although the certificate does not hold. ${problem.message}`, {
    kind: problem.kind,
  })
}

function distrust(connection: Connection, plan: TlsPlan, detail: TlsDetail, problem: CertificateFault): SmtpError {
  const leaf = detail.chain[0]
  const faulty = detail.chain[problem.position] ?? leaf
  const message = `The certificate of ${connection.peer.host} port ${connection.peer.port} does not hold. ${problem.message}`
  return connection.failure(problem.kind, message, {
    facts: {
      name: plan.wish.name,
      names: leaf?.names.join(', '),
      sha256: leaf?.sha256,
      validFrom: faulty?.validFrom,
      validTo: faulty?.validTo,
      reason: problem.message.replace(/\.$/, ''),
    },
  })
}

/** A port that took STARTTLS is the right one, so “not TLS” there is a handshake that went wrong. */
function plainAfter220(connection: Connection, error: unknown): unknown {
  if (!(error instanceof SmtpError) || error.failure.kind !== 'tls-not-spoken') return error
  const reason = 'the server answered in plain text'
  const message = `The TLS handshake with ${connection.peer.host} failed: ${reason}.`
  return connection.failure('tls-handshake-failed', message, { facts: { reason }, cause: error.cause })
}
