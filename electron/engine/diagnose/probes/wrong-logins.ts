// Tries to log in with passwords that cannot be right, never more than twice: accounts get locked.
import { randomBytes } from 'node:crypto'
import { say } from '#shared/explain/words.ts'
import { authMechanisms } from '../../smtp/index.ts'
import { readOauthError } from '../../smtp/sasl/oauth-error.ts'
import { readServerFirst, type ServerFirst } from '../../smtp/sasl/scram-message.ts'
import { isEnough, lockout } from '../checks/lockout.ts'
import { oauthError } from '../checks/oauth-error.ts'
import { scramFirst } from '../checks/scram-first.ts'
import { userEnumeration } from '../checks/user-enumeration.ts'
import { wrongPassword } from '../checks/wrong-password.ts'
import { lastOffers } from '../preconditions.ts'
import { type ProbeTools, probe } from '../probe.ts'
import type { Said } from '../talk.ts'
import { type LoginEnd, logIn } from './log-in.ts'

export type WrongLogin = { readonly said: Said /** What NOOP is told after it. */; readonly after: Said }

export type WrongLoginsSeen = {
  /** A user that exists, if one is known; null where no password can be sent. */
  readonly known: WrongLogin | null
  readonly isUserKnown: boolean
  readonly unknown: WrongLogin | null
  /** The first message of SCRAM; null where it is not offered. */
  readonly scram: { readonly said: Said; readonly first: ServerFirst | { readonly reason: string } | null } | null
  /** A whole login by SCRAM with the person's own password; null where there is none, or no SCRAM. */
  readonly proof: LoginEnd | null
  /** Null where no token can be tried. */
  readonly oauth: { readonly said: Said; readonly error: string | null; readonly final: Said | null } | null
}

export const wrongLoginsProbe = probe<WrongLoginsSeen>({
  doing: say('Trying wrong passwords', 'Probando contraseñas erróneas'),
  level: 3,
  checks: [wrongPassword, userEnumeration, lockout, scramFirst, oauthError],
  connections: () => 5,
  isFor: (observed) => authMechanisms(lastOffers(observed) ?? []).length > 0,
  async look(observed, tools) {
    const offered = authMechanisms(lastOffers(observed) ?? [])
    const user = tools.credentials?.user ?? 'postmaster'
    const canTry = offered.includes('PLAIN')
    const known = canTry ? await tryPlain(user, tools) : null
    // Who has had enough is not asked a second time.
    const isShut = known !== null && isEnough(known.said)
    return {
      known,
      isUserKnown: tools.credentials !== null,
      unknown: canTry && !isShut ? await tryPlain(`nobody-${randomBytes(4).toString('hex')}`, tools) : null,
      scram: await beginScram(offered, user, tools),
      proof: isShut ? null : await proveScram(offered, tools),
      oauth: await showToken(offered, user, tools),
    }
  },
})

const base64 = (text: string) => Buffer.from(text).toString('base64')

const tryPlain = (user: string, { talk }: ProbeTools): Promise<WrongLogin> =>
  talk('tls', async (peer) => ({
    said: await peer.say(`AUTH PLAIN ${base64(`\0${user}\0${randomBytes(9).toString('hex')}`)}`),
    after: await peer.say('NOOP'),
  }))

function beginScram(offered: readonly string[], user: string, { talk }: ProbeTools): Promise<WrongLoginsSeen['scram']> {
  const name = scramOf(offered)
  if (name === undefined) return Promise.resolve(null)
  const nonce = randomBytes(18).toString('base64')
  return talk('tls', async (peer) => {
    const said = await peer.say(`AUTH ${name} ${base64(`n,,n=${user},r=${nonce}`)}`)
    if (said.reply?.code !== 334) return { said, first: null }
    await peer.say('*')
    const first = readServerFirst(Buffer.from(said.reply.text, 'base64').toString(), nonce)
    return { said, first }
  })
}

/** RFC 5802 §3: with the right password, the server too has to prove that it knows it. */
function proveScram(offered: readonly string[], tools: ProbeTools): Promise<LoginEnd | null> {
  const name = scramOf(offered)
  if (name === undefined || tools.credentials === null) return Promise.resolve(null)
  return tools.talk('tls', (peer) => logIn(peer, name, tools))
}

const scramOf = (offered: readonly string[]) =>
  (['SCRAM-SHA-256', 'SCRAM-SHA-1'] as const).find((one) => offered.includes(one))

function showToken(offered: readonly string[], user: string, { talk }: ProbeTools): Promise<WrongLoginsSeen['oauth']> {
  const name = ['OAUTHBEARER', 'XOAUTH2'].find((one) => offered.includes(one))
  if (name === undefined) return Promise.resolve(null)
  const token = 'auth=Bearer heloise-knows-no-token\x01\x01'
  const message = name === 'XOAUTH2' ? `user=${user}\x01${token}` : `n,a=${user},\x01${token}`
  // RFC 7628 §3.2.3: the error is answered, and then the server refuses.
  const farewell = name === 'XOAUTH2' ? '' : 'AQ=='
  return talk('tls', async (peer) => {
    const said = await peer.say(`AUTH ${name} ${base64(message)}`)
    if (said.reply?.code !== 334) return { said, error: null, final: null }
    const error = readOauthError(Buffer.from(said.reply.text, 'base64'))
    return { said, error, final: await peer.say(farewell) }
  })
}
