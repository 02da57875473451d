// The engine against OpenSMTPD, which offers neither PIPELINING nor CHUNKING nor SMTPUTF8 and is strict about that.
import { expect, test } from 'vitest'
import { type Access, deliver } from '../../electron/engine/delivery/index.ts'
import type { ComposedMail } from '../../electron/engine/mail/index.ts'
import type { WireOptions } from '../../shared/values/wire-options.ts'
import { transcriptOf } from '../fakes/recorder.ts'
import { wire } from '../fakes/wire.ts'
import { idOf, letter, localTools, octetsOf, send, shortly } from './letter.ts'
import { findMail, withoutTrace } from './mail-server/maildir.ts'
import { accessAt, loginOf } from './peers/access.ts'
import { missingForOpenSmtpd, type OpenSmtpd, openSmtpdLimit, startOpenSmtpd } from './peers/opensmtpd.ts'
import { people } from './peers/people.ts'
import { describeWithPeer } from './suite.ts'
import { askSwaks } from './swaks.ts'

const { ana, luis, jose } = people
const peerOf = (release: 'stable' | 'backports') => ({
  missing: () => missingForOpenSmtpd(release),
  start: () => startOpenSmtpd(release),
})
const wayTo = (server: OpenSmtpd, port: keyof OpenSmtpd['ports'], wish: Partial<Access> = {}) =>
  accessAt(server.ports[port], server.authority, wish)
const arrived = async (server: OpenSmtpd, name: string) =>
  withoutTrace(await findMail(server.mailFolder, ana.name, idOf(name))).toString()

describeWithPeer('the wire to OpenSMTPD', peerOf('backports'), (server) => {
  const at = (port: keyof OpenSmtpd['ports'], wish: Partial<Access> = {}) => wayTo(server(), port, wish)

  test.each<[string, keyof OpenSmtpd['ports'], Partial<Access>]>([
    ['without TLS', 'mx', { security: 'none' }],
    ['inside STARTTLS', 'mx', {}],
    ['inside implicit TLS', 'tls', { security: 'tls' }],
    ['with a login by PLAIN', 'submission', loginOf(ana, 'PLAIN')],
    ['with a login by LOGIN', 'submission', loginOf(luis, 'LOGIN')],
    ['with a login by itself', 'submission', loginOf(ana)],
  ])('a mail %s arrives octet by octet', async (name, port, access) => {
    const id = name.replaceAll(' ', '-')
    const mail = letter(id)
    expect(await send(at(port, access), mail)).toMatchObject({ outcome: 'accepted', failure: null })
    expect(await arrived(server(), id)).toBe((await octetsOf(mail)).toString())
  })

  test('what it offers is said, and nothing else', async () => {
    const tools = localTools()
    const mail = letter('steps', { needs8bit: true })
    const dsn = { notify: ['FAILURE' as const], ret: 'HDRS' as const, envid: 'a b', orcpt: 'recipient' }
    const order = { access: at('mx', { security: 'none' }), mail, stopAfter: null, replyTimeout: 10 }
    const { capabilities } = await deliver({ ...order, wire: wire({ dsn }) }, tools)
    expect(capabilities.map(({ keyword }) => keyword)).toEqual([
      '8BITMIME',
      'ENHANCEDSTATUSCODES',
      'SIZE',
      'DSN',
      'STARTTLS',
      'HELP',
    ])
    const said = transcriptOf(tools.sessions[0]?.entries ?? []).filter((line) => /^C: [A-Z]{4} ?/.test(line))
    expect(said).toEqual([
      'C: EHLO client.example',
      `C: MAIL FROM:<luis@heloise.test> SIZE=${mail.size} BODY=8BITMIME RET=HDRS ENVID=a+20b`,
      'C: RCPT TO:<ana@heloise.test> NOTIFY=FAILURE ORCPT=rfc822;ana@heloise.test',
      'C: DATA',
      'C: QUIT',
    ])
  })

  test.each<Refusal>([
    {
      name: 'a pipeline, which it hangs up on',
      wish: { extensions: { PIPELINING: 'on' } },
      recipients: ['refused mail 500'],
      failure: 'sender-refused mail 500',
    },
    {
      name: 'BDAT',
      wish: { extensions: { CHUNKING: 'on' } },
      recipients: ['refused data 500'],
      failure: 'content-refused data 500',
    },
    {
      name: 'an address in UTF-8',
      mail: letter('utf8', { to: [jose.address], needsUtf8: true }),
      wish: { extensions: { SMTPUTF8: 'on' } },
      recipients: ['refused mail 503'],
      failure: 'sender-refused mail 503',
    },
    {
      name: 'a recipient that is not there, and no other',
      mail: letter('partly', { to: ['nobody@heloise.test', ana.address] }),
      recipients: ['refused rcpt 524', 'accepted data 250'],
      failure: null,
    },
    {
      name: 'a recipient elsewhere',
      mail: letter('relayed', { to: ['x@elsewhere.test'] }),
      recipients: ['refused rcpt 550'],
      failure: 'recipients-refused rcpt 550',
    },
    {
      name: 'a mail that is too large, though SIZE was not minded',
      mail: letter('large', { octets: 2 * openSmtpdLimit }),
      wish: { extensions: { SIZE: 'off' } },
      recipients: ['refused data 554'],
      failure: 'content-refused data 554',
    },
  ])('it refuses $name', async ({ mail = letter('refused'), wish, recipients, failure }) => {
    expect(shortly(await send(at('mx'), mail, wish))).toEqual({ recipients, failure })
  })

  test.each<[string, Partial<Access>, string]>([
    ['without a login', {}, 'login-required mail 530'],
    ['without TLS', { security: 'none' }, 'sender-refused mail 530'],
    ['with a wrong password', loginOf(ana, 'automatic', 'wrong'), 'login-refused auth 535'],
    ['with a mechanism that it has not', loginOf(ana, 'CRAM-MD5'), 'login-mechanism-unavailable auth -'],
  ])('its submission takes no mail %s', async (_, access, failure) => {
    expect(shortly(await send(at('submission', access), letter('submitted'))).failure).toBe(failure)
  })

  test('an address in UTF-8 and a mail over its limit are not even tried', async () => {
    const utf8 = await send(at('mx'), letter('utf8', { to: [jose.address], needsUtf8: true }))
    const large = await send(at('mx'), letter('large', { octets: 2 * openSmtpdLimit }))
    expect([utf8, large].map((receipt) => shortly(receipt).failure)).toEqual([
      'needs-smtputf8 mail -',
      'mail-too-large mail -',
    ])
  })
})

// Built for an OpenSSL of before, it cannot reach its key: the handshake begins, and ends with an alert.
describeWithPeer('the wire to OpenSMTPD 6.8', peerOf('stable'), (server) => {
  test('without TLS a mail arrives octet by octet', async () => {
    const mail = letter('plain')
    expect(await send(wayTo(server(), 'mx', { security: 'none' }), mail)).toMatchObject({ outcome: 'accepted' })
    expect(await arrived(server(), 'plain')).toBe((await octetsOf(mail)).toString())
  })

  test.each<[keyof OpenSmtpd['ports'], Access['security'], string]>([
    ['mx', 'starttls', '--tls'],
    ['mx', 'starttls-if-offered', '--tls'],
    ['tls', 'tls', '--tls-on-connect'],
  ])(
    'at %s, %s: TLS that breaks off in the middle sends nothing, and swaks finds the same',
    async (port, security, flag) => {
      const receipt = await send(wayTo(server(), port, { security }), letter('broken'))
      expect(shortly(receipt)).toEqual({ recipients: ['refused tls -'], failure: 'tls-handshake-failed tls -' })
      expect(receipt.failure?.message).toContain('ALERT_INTERNAL_ERROR')
      const parameters = ['--server', `127.0.0.1:${server().ports[port]}`, flag, '--to', ana.address]
      expect(await askSwaks(parameters)).toMatchObject({ stage: 'tls' })
    },
  )
})

type Refusal = {
  readonly name: string
  readonly mail?: ComposedMail
  readonly wish?: Partial<WireOptions>
  readonly recipients: readonly string[]
  readonly failure: string | null
}
