// Asks how logins are handled, without any password: cancelled, unknown, malformed, too long, and left out.
import { say } from '#shared/explain/words.ts'
import { authMechanisms } from '../../smtp/index.ts'
import { hiddenLogin } from '../checks/hidden-login.ts'
import { loginCancelled } from '../checks/login-cancelled.ts'
import { longResponse } from '../checks/long-response.ts'
import { mailWithoutLogin } from '../checks/mail-without-login.ts'
import { unknownMechanism } from '../checks/unknown-mechanism.ts'
import type { Observed } from '../observed.ts'
import { lastOffers } from '../preconditions.ts'
import { type ProbeTools, probe } from '../probe.ts'
import type { Said } from '../talk.ts'

export type LoginRulesSeen = {
  /** AUTH PLAIN in plain text, unasked for; null where the port begins with TLS, or offers it there. */
  readonly hidden: Said | null
  /** Null where no mechanism that begins with a challenge is offered. */
  readonly cancelled: Said | null
  readonly malformed: Said | null
  readonly unknown: Said
  readonly long: Said
  readonly mail: Said
  /** Null where MAIL was refused. */
  readonly recipient: Said | null
}

/** No server has it. */
const nonsense = 'X-HELOISE-NONE'
/** Octets of a response that a token of OAuth 2.0 can easily have; a command line is shorter (RFC 5321 §4.5.3.1.4). */
const longLength = 2000
/** RFC 2606 §3: never a domain of the server's own. */
const stranger = 'RCPT TO:<heloise@example.com>'

export const loginRulesProbe = probe<LoginRulesSeen>({
  doing: say('Asking how logins are handled', 'Preguntando cómo se tratan los inicios de sesión'),
  level: 2,
  checks: [hiddenLogin, loginCancelled, unknownMechanism, longResponse, mailWithoutLogin],
  connections: () => 6,
  isFor: (observed) => observed.endpoint.role === 'submission' || authMechanisms(lastOffers(observed) ?? []).length > 0,
  async look(observed, tools) {
    const { talk } = tools
    return {
      hidden: await askHidden(observed, tools),
      ...(await spoilLogins(observed, tools)),
      unknown: await talk('tls', (peer) => peer.say(`AUTH ${nonsense}`)),
      long: await talk('tls', (peer) => peer.say(`AUTH ${nonsense} ${'A'.repeat(longLength)}`)),
      ...(await talk('tls', async (peer) => {
        const mail = await peer.say('MAIL FROM:<heloise@example.org>')
        const recipient = mail.reply?.code === 250 ? await peer.say(stranger) : null
        await peer.say('RSET')
        return { mail, recipient }
      })),
    }
  },
})

function askHidden({ endpoint, beforeTls }: Observed, { talk }: ProbeTools): Promise<Said | null> {
  if (endpoint.security === 'tls' || authMechanisms(beforeTls ?? []).includes('PLAIN')) return Promise.resolve(null)
  return talk('hello', async (peer) => {
    const said = await peer.say('AUTH PLAIN')
    if (said.reply?.code === 334) await peer.say('*')
    return said
  })
}

/** Mechanisms whose first word is the server's, so that no name has to be said. */
const challenging = ['LOGIN', 'PLAIN', 'CRAM-MD5', 'DIGEST-MD5']

async function spoilLogins(
  observed: Observed,
  { talk }: ProbeTools,
): Promise<Pick<LoginRulesSeen, 'cancelled' | 'malformed'>> {
  const offered = authMechanisms(lastOffers(observed) ?? [])
  const name = challenging.find((one) => offered.includes(one))
  if (name === undefined) return { cancelled: null, malformed: null }
  const answer = (line: string) =>
    talk('tls', async (peer) => ((await peer.say(`AUTH ${name}`)).reply?.code === 334 ? peer.say(line) : null))
  return { cancelled: await answer('*'), malformed: await answer('!') }
}
