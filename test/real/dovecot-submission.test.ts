// The engine against Dovecot: handing in at its submission service, which hands on to Postfix, and delivering to it by LMTP.
import { describe, expect, test } from 'vitest'
import { type Access, deliverMany } from '../../electron/engine/delivery/index.ts'
import type { Mechanism } from '../../shared/values/mechanisms.ts'
import type { WireOptions } from '../../shared/values/wire-options.ts'
import { idOf, letter, localTools, octetsOf, send, shortly } from './letter.ts'
import { findMail, listMails, withoutTrace } from './mail-server/maildir.ts'
import { accessAt, loginOf } from './peers/access.ts'
import { missingForMailHouse, startMailHouse } from './peers/mail-house.ts'
import { people } from './peers/people.ts'
import { describeWithPeer } from './suite.ts'

const { ana, luis, jose } = people
const mechanisms: readonly Mechanism[] = ['PLAIN', 'LOGIN', 'CRAM-MD5', 'DIGEST-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256']
const house = {
  missing: missingForMailHouse,
  start: () => startMailHouse({ mechanisms: mechanisms.map((name) => name.toLowerCase()) }),
}

describeWithPeer('the wire to Dovecot', house, (server) => {
  const at = (port: number, wish: Partial<Access> = {}) => accessAt(port, server().authority, wish)
  const submission = (login = loginOf(ana)) => at(server().dovecot.ports.submission, login)
  const arrived = async (name: string, user: string = ana.name) =>
    withoutTrace(await findMail(server().dovecot.mailFolder, user, idOf(name))).toString()

  test.each<[string, Partial<WireOptions>]>([
    ['DATA, each command for itself', { extensions: { CHUNKING: 'off', PIPELINING: 'off' } }],
    ['DATA in a pipeline', { extensions: { CHUNKING: 'off' } }],
    ['one chunk', {}],
    ['many chunks, each for itself', { extensions: { PIPELINING: 'off' }, chunkSize: 701 }],
    ['many chunks in a pipeline', { chunkSize: 13 }],
  ])('a mail by %s arrives octet by octet', async (name, wish) => {
    const id = name.replaceAll(/\W/g, '-')
    const mail = letter(id)
    expect(await send(submission(), mail, wish)).toMatchObject({ outcome: 'accepted', failure: null })
    expect(await arrived(id)).toBe((await octetsOf(mail)).toString())
  })

  test('a mail inside implicit TLS arrives octet by octet', async () => {
    const mail = letter('implicit')
    const access = at(server().dovecot.ports.submissions, { security: 'tls', ...loginOf(ana) })
    expect(await send(access, mail)).toMatchObject({ outcome: 'accepted', auth: { mechanism: 'SCRAM-SHA-256' } })
    expect(await arrived('implicit')).toBe((await octetsOf(mail)).toString())
  })

  test('of a window of mails each is told truly, and those that are sent arrive once', async () => {
    const isGood = (index: number) => index % 4 !== 1
    const result = await deliverMany(
      {
        access: submission(),
        replyTimeout: 20,
        count: 20,
        connections: 1,
        window: 8,
        mayOvertake: true,
        mail: (index) => letter(`window-${index}`, { to: [isGood(index) ? luis.address : 'nobody@heloise.test'] }),
      },
      localTools(),
    )
    expect(result).toMatchObject({ sent: 15, refused: 5, unknown: 0, failed: 0 })
    const good = Array.from({ length: 20 }, (_, index) => index).filter(isGood)
    for (const index of good) await arrived(`window-${index}`, luis.name)
    const kept = (await listMails(server().dovecot.mailFolder, luis.name)).map(String)
    const ids = kept.flatMap((text) => /<window-(\d+)@/.exec(text)?.[1] ?? [])
    expect(ids.map(Number).toSorted((one, other) => one - other)).toEqual(good)
  })

  describe.each(['dovecot', 'postfix'] as const)('at the submission of %s', (kind) => {
    const door = () => (kind === 'dovecot' ? server().dovecot.ports.submission : server().ports.submission)

    test.each(mechanisms)('%s: the right password is taken, and a wrong one is not', async (mechanism) => {
      const tries = [loginOf(ana, mechanism), loginOf(ana, mechanism, 'wrong')]
      const receipts = await Promise.all(tries.map((login) => send(at(door(), login), letter(`${kind}-${mechanism}`))))
      expect(receipts.map(({ outcome, auth, failure }) => [outcome, auth, failure?.kind])).toEqual([
        ['accepted', { mechanism }, undefined],
        ['failed', null, 'login-refused'],
      ])
    })

    // RFC 2831 §2.1.2.1 hashes é and ñ as ISO 8859-1 has them; so does Cyrus SASL, see exim.test.ts.
    test('names and passwords with é and ñ are taken, but by DIGEST-MD5, which Dovecot hashes in UTF-8', async () => {
      const refused: string[] = []
      for (const mechanism of mechanisms) {
        const receipts = [jose, luis].map((person) => send(at(door(), loginOf(person, mechanism)), letter('signs')))
        for (const { failure } of await Promise.all(receipts)) if (failure !== null) refused.push(mechanism)
      }
      expect(refused).toEqual(['DIGEST-MD5', 'DIGEST-MD5'])
    })

    test('by itself the login is one that does not tell the password', async () => {
      expect(await send(at(door(), loginOf(luis)), letter('automatic'))).toMatchObject({
        outcome: 'accepted',
        auth: { mechanism: 'SCRAM-SHA-256' },
      })
    })

    test('without a login no mail is taken', async () => {
      const { failure, outcome } = await send(at(door()), letter('stranger'))
      expect([outcome, failure?.kind]).toEqual(['refused', 'login-required'])
    })
  })

  test('a recipient that the server behind does not know is refused in its words', async () => {
    const receipt = await send(submission(), letter('partly', { to: ['nobody@heloise.test', ana.address] }))
    expect(shortly(receipt)).toEqual({ recipients: ['refused rcpt 550', 'accepted data 250'], failure: null })
    expect(receipt.recipients[0]?.reply?.text).toContain('User unknown in local recipient table')
    await arrived('partly')
  })

  describe.each<[string, () => Access]>([
    ['TCP', () => at(server().dovecot.ports.lmtp, { security: 'none' })],
    ['TCP inside STARTTLS', () => at(server().dovecot.ports.lmtp)],
    ['a UNIX socket', () => at(24, { security: 'none', host: `unix:${server().dovecot.lmtpSocket}` })],
  ])('LMTP over %s', (name, access) => {
    test.each<[string, Partial<WireOptions>]>([
      ['DATA', { extensions: { CHUNKING: 'off' } }],
      ['chunks', { chunkSize: 701 }],
      ['commands each for itself', { extensions: { PIPELINING: 'off' } }],
    ])('each recipient has an answer of its own to a mail by %s', async (way, wish) => {
      const id = `${name}-${way}`.replaceAll(' ', '-')
      const mail = letter(id, { to: [ana.address, 'nobody@heloise.test', luis.address] })
      expect(shortly(await send(access(), mail, { ...wish, protocol: 'lmtp' }))).toEqual({
        recipients: ['accepted data 250', 'refused rcpt 550', 'accepted data 250'],
        failure: null,
      })
      for (const user of [ana.name, luis.name]) expect(await arrived(id, user)).toBe((await octetsOf(mail)).toString())
    })

    test('a mail for nobody is refused', async () => {
      const receipt = await send(access(), letter('nobody', { to: ['nobody@heloise.test'] }), { protocol: 'lmtp' })
      expect(shortly(receipt)).toEqual({ recipients: ['refused rcpt 550'], failure: 'recipients-refused rcpt 550' })
    })
  })

  test('SMTP said to LMTP, and LMTP to SMTP, is refused at the hello', async () => {
    const smtp = await send(at(server().dovecot.ports.lmtp, { security: 'none' }), letter('smtp'))
    const lmtp = await send(at(server().ports.mx, { security: 'none' }), letter('lmtp'), { protocol: 'lmtp' })
    const refused = { recipients: ['refused ehlo -'], failure: 'hello-refused ehlo 500' }
    expect([smtp, lmtp].map(shortly)).toEqual([refused, refused])
  })
})
