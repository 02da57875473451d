// The engine against Exim: its ways in, its logins (Cyrus SASL behind three of them), and the extensions that Postfix has not.
import { expect, test } from 'vitest'
import { type Access, deliverMany } from '../../electron/engine/delivery/index.ts'
import type { Mechanism } from '../../shared/values/mechanisms.ts'
import type { WireOptions } from '../../shared/values/wire-options.ts'
import { idOf, letter, localTools, octetsOf, send } from './letter.ts'
import { findMail, listMails, withoutTrace } from './mail-server/maildir.ts'
import { accessAt, loginOf } from './peers/access.ts'
import { type Exim, missingForExim, smallLimit, startExim, unwantedByLuis } from './peers/exim.ts'
import { people } from './peers/people.ts'
import { describeWithPeer } from './suite.ts'
import { askSwaks } from './swaks.ts'

const { ana, luis, jose } = people

const stable = { missing: () => missingForExim('stable'), start: () => startExim('stable') }

describeWithPeer('the wire to Exim', stable, (exim) => {
  const at = (port: keyof Exim['ports'], wish: Partial<Access> = {}) =>
    accessAt(exim().ports[port], exim().authority, wish)
  const arrived = async (name: string, user: string = ana.name) =>
    withoutTrace(await findMail(exim().mailFolder, user, idOf(name))).toString()

  test.each<[string, keyof Exim['ports'], Access['security']]>([
    ['without TLS', 'mx', 'none'],
    ['inside STARTTLS', 'mx', 'starttls'],
    ['inside implicit TLS', 'tls', 'tls'],
  ])('a mail %s arrives octet by octet', async (name, port, security) => {
    const mail = letter(name.replaceAll(' ', '-'))
    expect(await send(at(port, { security }), mail)).toMatchObject({ outcome: 'accepted', failure: null })
    expect(await arrived(name.replaceAll(' ', '-'))).toBe((await octetsOf(mail)).toString())
  })

  test.each<[string, Partial<WireOptions>]>([
    ['DATA, each command for itself', { extensions: { CHUNKING: 'off', PIPELINING: 'off' } }],
    ['DATA in a pipeline', { extensions: { CHUNKING: 'off' } }],
    ['one chunk', {}],
    ['many chunks, each for itself', { extensions: { PIPELINING: 'off' }, chunkSize: 701 }],
    ['many chunks in a pipeline', { chunkSize: 13 }],
  ])('a mail by %s arrives octet by octet', async (name, wish) => {
    const id = name.replaceAll(/\W/g, '-')
    const mail = letter(id)
    expect(await send(at('mx'), mail, wish)).toMatchObject({ outcome: 'accepted', failure: null })
    expect(await arrived(id)).toBe((await octetsOf(mail)).toString())
  })

  test('of a window of mails each is told truly, and those that are sent arrive once', async () => {
    const isGood = (index: number) => index % 4 !== 1
    const result = await deliverMany(
      {
        access: at('mx'),
        replyTimeout: 20,
        count: 40,
        connections: 1,
        window: 16,
        mayOvertake: true,
        mail: (index) => letter(`window-${index}`, { to: [isGood(index) ? luis.address : 'nobody@heloise.test'] }),
      },
      localTools(),
    )
    expect(result).toMatchObject({ sent: 30, refused: 10, unknown: 0, failed: 0 })
    const good = Array.from({ length: 40 }, (_, index) => index).filter(isGood)
    for (const index of good) await arrived(`window-${index}`, luis.name)
    const kept = (await listMails(exim().mailFolder, luis.name)).map(String)
    const ids = kept.flatMap((text) => /<window-(\d+)@/.exec(text)?.[1] ?? [])
    expect(ids.map(Number).toSorted((one, other) => one - other)).toEqual(good)
  })

  test.each<Mechanism>(['PLAIN', 'LOGIN', 'CRAM-MD5', 'SCRAM-SHA-256', 'SCRAM-SHA-1', 'DIGEST-MD5'])(
    '%s: the right password is taken, whatever signs it has, and a wrong one is not',
    async (mechanism) => {
      const elsewhere = letter(`login-${mechanism}`, { to: ['x@elsewhere.test'] })
      const tries = [loginOf(ana, mechanism), loginOf(jose, mechanism), loginOf(ana, mechanism, 'wrong')]
      const receipts = await Promise.all(tries.map((login) => send(at('mx', login), elsewhere)))
      expect(receipts.map(({ outcome, auth, failure }) => [outcome, auth, failure?.kind])).toEqual([
        ['accepted', { mechanism }, undefined],
        ['accepted', { mechanism }, undefined],
        ['failed', null, 'login-refused'],
      ])
    },
  )

  test('without TLS the login that tells nothing is chosen, and a password stays here', async () => {
    const open = (mechanism: Mechanism | 'automatic') =>
      send(at('open', { security: 'none', ...loginOf(ana, mechanism) }), letter(`open-${mechanism}`))
    const receipts = [await open('automatic'), await open('PLAIN')]
    expect(receipts.map(({ auth, failure }) => [auth?.mechanism, failure?.kind])).toEqual([
      ['SCRAM-SHA-256', undefined],
      [undefined, 'login-needs-tls'],
    ])
  })

  test('an address and a header in UTF-8 arrive as they are', async () => {
    const mail = letter('utf8', { to: [jose.address], subject: 'Mañana 🐦', needsUtf8: true, needs8bit: true })
    expect(await send(at('mx'), mail)).toMatchObject({ outcome: 'accepted', failure: null })
    expect(await arrived('utf8', jose.name)).toBe((await octetsOf(mail)).toString())
  })

  test('an address in UTF-8 is not tried where SMTPUTF8 may not be used', async () => {
    const mail = letter('no-utf8', { to: [jose.address], needsUtf8: true })
    const receipt = await send(at('mx'), mail, { extensions: { SMTPUTF8: 'off' } })
    expect(receipt).toMatchObject({ outcome: 'failed', failure: { kind: 'needs-smtputf8', stage: 'mail' } })
  })

  test('a report of the delivery comes back that names envelope and recipient', async () => {
    const dsn = { notify: ['SUCCESS' as const], ret: 'HDRS' as const, envid: 'a+b=c', orcpt: 'recipient' }
    const receipt = await send(at('mx'), letter('report', { from: ana.address, to: [luis.address] }), { dsn })
    expect(receipt.outcome).toBe('accepted')
    const report = (await findMail(exim().mailFolder, ana.name, 'report-type=delivery-status')).toString()
    // Exim leaves the ENVID in xtext, which RFC 3464 §2.2.1 would have decoded.
    expect(report).toMatch(/^Original-Envelope-ID: a\+2Bb\+3Dc$/m)
    expect(report).toMatch(/^Original-Recipient: rfc822;luis@heloise\.test$/m)
    expect(report).toMatch(/^Action: delivered$/m)
  })

  test('PRDR: each recipient has a verdict of its own on the same mail', async () => {
    const mail = letter('prdr', { to: [luis.address, ana.address], header: [unwantedByLuis] })
    expect(await send(at('mx'), mail)).toMatchObject({
      outcome: 'partial',
      recipients: [
        { address: luis.address, outcome: 'refused', stage: 'data', reply: { code: 550 } },
        { address: ana.address, outcome: 'accepted', stage: 'data', reply: { code: 250 } },
      ],
    })
    await arrived('prdr')
    expect(
      (await listMails(exim().mailFolder, luis.name)).map(String).filter((text) => text.includes('<prdr@')),
    ).toEqual([])
  })

  test('PRDR: a mail that nobody wants is refused', async () => {
    const mail = letter('prdr-nobody', { to: [luis.address, luis.address], header: [unwantedByLuis] })
    expect(await send(at('mx'), mail)).toMatchObject({ outcome: 'refused', failure: { stage: 'data' } })
  })

  test('a recipient that is not there does not stop the others', async () => {
    const mail = letter('partly', { to: ['nobody@heloise.test', ana.address] })
    expect(await send(at('mx'), mail)).toMatchObject({
      outcome: 'partial',
      recipients: [
        { outcome: 'refused', stage: 'rcpt', reply: { code: 550 } },
        { outcome: 'accepted', stage: 'data', reply: { code: 250 } },
      ],
    })
    await arrived('partly')
  })

  test('a recipient elsewhere wants a login, and swaks finds the same', async () => {
    const receipt = await send(at('mx'), letter('relayed', { to: ['x@elsewhere.test'] }))
    expect(receipt).toMatchObject({ outcome: 'refused', failure: { stage: 'rcpt', reply: { code: 550 } } })
    const parameters = ['--server', `127.0.0.1:${exim().ports.mx}`, '--tls', '--to', 'x@elsewhere.test']
    expect(await askSwaks(parameters)).toMatchObject({ stage: 'no recipient' })
  })

  test('a key that the server cannot read is its refusal of STARTTLS, and swaks finds the same', async () => {
    const receipt = await send(at('brokenKey'), letter('no-key'))
    expect(receipt).toMatchObject({
      outcome: 'failed',
      failure: { kind: 'starttls-refused', stage: 'tls', fault: 'theirs', reply: { code: 454 } },
    })
    const parameters = ['--server', `127.0.0.1:${exim().ports.brokenKey}`, '--tls', '--to', ana.address]
    expect(await askSwaks(parameters)).toMatchObject({ stage: 'tls' })
  })

  test('a mail over the limit is not tried, and is refused by Exim where SIZE is not minded', async () => {
    const large = letter('large', { octets: 2 * smallLimit })
    const heeded = await send(at('small'), large)
    expect(heeded.failure).toMatchObject({ kind: 'mail-too-large', stage: 'mail', reply: null })
    const unheeded = ['CHUNKING', 'DATA'].map((way) =>
      send(at('small'), large, { extensions: { SIZE: 'off', ...(way === 'DATA' ? { CHUNKING: 'off' } : {}) } }),
    )
    for (const receipt of await Promise.all(unheeded))
      expect(receipt).toMatchObject({ outcome: 'refused', failure: { kind: 'content-refused', reply: { code: 552 } } })
  })
})
