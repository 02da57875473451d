// Logins by access token: a real OpenID provider gives the tokens, Dovecot asks it about them, and mails go through its submission.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { deliver } from '../../electron/engine/delivery/index.ts'
import type { Mechanism } from '../../shared/values/mechanisms.ts'
import { transcriptOf } from '../fakes/recorder.ts'
import { idOf, letter, localTools, octetsOf, send, shortly } from './letter.ts'
import { findMail, withoutTrace } from './mail-server/maildir.ts'
import { accessAt, loginOf } from './peers/access.ts'
import { type MailHouse, missingForMailHouse, startMailHouse } from './peers/mail-house.ts'
import { briefSeconds, type OpenIdProvider, startOpenIdProvider } from './peers/openid-provider.ts'
import { type Person, people } from './peers/people.ts'
import { makeThrowAwayFolder } from './peers/throw-away-folder.ts'
import { describeWithPeer } from './suite.ts'

type House = MailHouse & { readonly provider: OpenIdProvider }

async function start(): Promise<House> {
  await using stack = new AsyncDisposableStack()
  const provider = stack.use(await startOpenIdProvider())
  const folder = stack.use(await makeThrowAwayFolder('oauth'))
  const file = join(folder.path, 'oauth2.conf')
  await writeFile(file, configuration(provider))
  const house = stack.use(
    await startMailHouse({ mechanisms: ['xoauth2', 'oauthbearer', 'plain'], settings: passwordless(file) }),
  )
  const running = stack.move()
  return { ...house, provider, [Symbol.asyncDispose]: () => running.disposeAsync() }
}

const configuration = ({ introspectionUrl }: OpenIdProvider) => `
introspection_mode = post
introspection_url = ${introspectionUrl}
username_attribute = client_id
active_attribute = active
active_value = true
scope = mail
`

const passwordless = (file: string) => `
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${file}
}
`

const { ana, luis } = people

describeWithPeer('a token of a real OpenID provider', { missing: missingForMailHouse, start }, (house) => {
  const at = (mechanism: Mechanism | 'automatic', secret: string, person: Person = ana) =>
    accessAt(house().dovecot.ports.submission, house().authority, loginOf(person, mechanism, secret))

  describe.each([
    { mechanism: 'XOAUTH2', acknowledged: 'C: ', reason: 'status 401 (MEANING), schemes bearer, scope mail' },
    { mechanism: 'OAUTHBEARER', acknowledged: 'C: AQ==', reason: 'status invalid_token (MEANING)' },
  ] as const)('by $mechanism', ({ mechanism, acknowledged, reason }) => {
    test('it sends a mail, which arrives octet by octet', async () => {
      const mail = letter(mechanism)
      const receipt = await send(at(mechanism, await house().provider.token(ana.address)), mail)
      expect(receipt).toMatchObject({ outcome: 'accepted', failure: null, auth: { mechanism } })
      const kept = await findMail(house().dovecot.mailFolder, ana.name, idOf(mechanism))
      expect(withoutTrace(kept).toString()).toBe((await octetsOf(mail)).toString())
    })

    test.each<[string, () => Promise<string>]>([
      ['that is none', async () => 'garbage'],
      ['of somebody else', () => house().provider.token(luis.address)],
      [
        'that was withdrawn',
        async () => {
          const token = await house().provider.token(ana.address)
          await house().provider.revoke(ana.address, token)
          return token
        },
      ],
      [
        'that has expired',
        async () => {
          const token = await house().provider.token(ana.address, 'brief')
          await sleep((briefSeconds + 1) * 1000)
          return token
        },
      ],
    ])('one %s is refused with the reason that the server gives', async (_, get) => {
      const token = await get()
      const tools = localTools()
      const order = { access: at(mechanism, token), mail: letter('refused'), stopAfter: null, replyTimeout: 10 }
      const { failure } = await deliver(order, tools)
      const said = reason.replace('MEANING', 'the token has expired, was withdrawn, or is not for this user')
      expect(failure).toMatchObject({ kind: 'login-token-refused', reply: { code: 535 }, facts: { reason: said } })
      expect(failure?.message).toContain(said)
      const lines = transcriptOf(tools.sessions[0]?.entries ?? [])
      const end = lines.slice(lines.findIndex((line) => line.startsWith('C: AUTH')))
      expect(end).toEqual([
        `C: AUTH ${mechanism} ${end[0]?.split(' ').slice(3).join(' ')}`,
        expect.stringMatching(/^S: 334 /),
        acknowledged,
        'S: 535 5.7.8 Authentication failed.',
        'C: QUIT',
        'S: 221 2.0.0 Bye',
      ])
      expect(JSON.stringify([failure, tools.sessions])).not.toContain(token === 'garbage' ? 'Z2FyYmFnZQ' : token)
    })
  })

  test('by itself no token is tried, for it could be a password', async () => {
    const { auth, failure } = await send(at('automatic', ana.password), letter('automatic'))
    expect([auth?.mechanism, failure]).toEqual(['PLAIN', null])
  })

  test('while the provider is gone, a token is put off and not refused', async () => {
    const token = await house().provider.token(ana.address)
    await house().provider[Symbol.asyncDispose]()
    expect(shortly(await send(at('XOAUTH2', token), letter('later'))).failure).toBe(
      'login-temporarily-refused auth 454',
    )
  })
})
