// Logs in as the person of the profile, and tries what a login must not allow. No mail is sent.
import { say } from '#shared/explain/words.ts'
import { parseCapabilities } from '../../smtp/capabilities.ts'
import { authMechanisms, helloName } from '../../smtp/index.ts'
import { boundLogin } from '../checks/bound-login.ts'
import { foreignSender } from '../checks/foreign-sender.ts'
import { secondLogin } from '../checks/second-login.ts'
import { loginTime } from '../checks/timed-answers.ts'
import { lastOffers } from '../preconditions.ts'
import { type ProbeTools, probe } from '../probe.ts'
import type { Said, Talk } from '../talk.ts'
import { type LoginEnd, logIn } from './log-in.ts'

export type OwnLoginSeen = {
  readonly login: LoginEnd
  /** Null where the login failed. */
  readonly again: Said | null
  /** AUTH between MAIL and RCPT, of who has not logged in; null where MAIL wants a login first. */
  readonly inMail: Said | null
  /** MAIL, and RCPT where that was taken, from an address that is not the person's. */
  readonly foreign: { readonly address: string; readonly mail: Said; readonly recipient: Said | null } | null
  /** Null where no mechanism is bound to TLS. */
  readonly bound: LoginEnd | null
}

/** RFC 2606 §3 */
const foreignAddress = 'somebody.else@example.org'

export const ownLoginProbe = probe<OwnLoginSeen>({
  doing: say('Logging in, and asking for more', 'Iniciando sesión y pidiendo más'),
  level: 3,
  checks: [secondLogin, foreignSender, boundLogin, loginTime],
  connections: () => 3,
  isFor: (observed) => authMechanisms(lastOffers(observed) ?? []).length > 0,
  needsCredentials: true,
  async look(_, tools) {
    const seen = await tools.talk('tls', async (peer) => {
      const login = await logIn(peer, 'automatic', tools)
      if (login.mechanism === null) return { login, again: null, foreign: null }
      await greetAgain(peer, tools)
      return { login, again: await peer.say('AUTH PLAIN'), foreign: await sendAsOther(peer, tools) }
    })
    const names = ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-1-PLUS'] as const
    const bound = await tools.talk('tls', (peer) => {
      const name = names.find((one) => authMechanisms(peer.capabilities).includes(one))
      return name === undefined ? Promise.resolve(null) : logIn(peer, name, tools)
    })
    return { ...seen, inMail: await tools.talk('tls', askInMail), bound }
  },
})

/** RFC 4954 §4: AUTH has no place in a mail. No name is said, and what asks for one is cancelled. */
async function askInMail(peer: Talk): Promise<Said | null> {
  if ((await peer.say('MAIL FROM:<>')).reply?.code !== 250) return null
  const said = await peer.say('AUTH PLAIN')
  if (said.reply?.code === 334) await peer.say('*')
  await peer.say('RSET')
  return said
}

/** Some offer more to who has logged in; a second EHLO starts afresh, and is no second login (RFC 5321 §4.1.4). */
async function greetAgain(peer: Talk, { ehloName, onLogin }: ProbeTools): Promise<void> {
  const { reply } = await peer.say(`EHLO ${helloName(ehloName, peer.connection)}`)
  if (reply?.code === 250) onLogin(parseCapabilities(reply))
}

async function sendAsOther(peer: Talk, { credentials }: ProbeTools): Promise<OwnLoginSeen['foreign']> {
  const mail = await peer.say(`MAIL FROM:<${foreignAddress}>`)
  const user = credentials?.user ?? ''
  const own = user.includes('@') ? user : 'postmaster'
  const recipient = mail.reply?.code === 250 ? await peer.say(`RCPT TO:<${own}>`) : null
  await peer.say('RSET')
  return { address: foreignAddress, mail, recipient }
}
