// The extensions against a real Postfix and Dovecot: BDAT, a window of mails, DSN, XCLIENT, XFORWARD, PROXY, LMTP over a UNIX socket.
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { deliver, deliverMany } from '../../electron/engine/delivery/index.ts'
import { systemResolver } from '../../electron/engine/dns/index.ts'
import type { ComposedMail } from '../../electron/engine/mail/index.ts'
import type { WireOptions } from '../../shared/values/wire-options.ts'
import { composedMail } from '../fakes/composed-mail.ts'
import { deliveryTools } from '../fakes/order.ts'
import { wire } from '../fakes/wire.ts'
import { type MailServer, withoutTrace } from './mail-server.ts'
import { accessTo } from './profiles.ts'
import { describeWithMailServer } from './server.ts'

describeWithMailServer('the wire to Postfix', (server) => {
  test.each<[string, Partial<WireOptions>]>([
    ['DATA, each command for itself', { extensions: { CHUNKING: 'off', PIPELINING: 'off' } }],
    ['DATA in a pipeline', { extensions: { CHUNKING: 'off' } }],
    ['BDAT, each chunk for itself', { extensions: { PIPELINING: 'off' }, chunkSize: 7 }],
    ['BDAT in a pipeline', {}],
    ['many chunks in a pipeline', { chunkSize: 13 }],
    ['a DSN wish', { dsn: { notify: ['SUCCESS', 'DELAY'], ret: 'HDRS', envid: 'a+b=c', orcpt: 'recipient' } }],
  ])('a mail by %s arrives octet by octet', async (name, wish) => {
    const mail = toAna(name.replaceAll(/\W/g, '-'))
    const receipt = await send(server(), 25, mail, wish)
    expect(receipt).toMatchObject({ outcome: 'accepted', failure: null })
    const kept = await server().mail('ana', mail.messageId ?? '')
    expect(withoutTrace(kept).toString()).toBe((await bytesOf(mail)).toString())
  })

  test('of a window of mails each is told truly, and those that are sent arrive once', async () => {
    const isGood = (index: number) => index % 5 !== 3
    const result = await deliverMany(
      {
        access: accessTo(server(), { name: '25', port: 25, security: 'none', hasLogin: false }),
        replyTimeout: 20,
        count: 60,
        connections: 1,
        window: 16,
        mayOvertake: false,
        mail: (index) => toAna(`window-${index}-`, isGood(index) ? 'ana' : 'nobody'),
      },
      tools(),
    )
    expect(result).toMatchObject({ sent: 48, refused: 12, unknown: 0, failed: 0 })
    const good = Array.from({ length: 60 }, (_, index) => index).filter(isGood)
    for (const index of good) await server().mail('ana', `<window-${index}-@heloise.test>`)
    const kept = (await server().mails('ana')).map(String).filter((text) => text.includes('<window-'))
    const ids = kept.map((text) => Number(/<window-(\d+)-/.exec(text)?.[1])).toSorted((one, other) => one - other)
    expect(ids).toEqual(good)
    expect(kept.every((text) => /^Return-Path: <window@heloise.test>/m.test(text))).toBe(true)
  })

  test('XCLIENT and XFORWARD are believed by a server that trusts us', async () => {
    const mail = toAna('xclient')
    const receipt = await send(server(), server().variantPorts.trusting, mail, {
      xclient: [
        { name: 'NAME', value: 'spike.example' },
        { name: 'ADDR', value: '192.0.2.77' },
      ],
      xforward: [{ name: 'ADDR', value: '192.0.2.78' }],
    })
    expect(receipt.outcome).toBe('accepted')
    expect((await server().mail('ana', mail.messageId ?? '')).toString()).toContain('spike.example [192.0.2.77]')
  })

  test.each([1, 2] as const)('a PROXY header of version %i names the client', async (version) => {
    const mail = toAna(`proxy-${version}`)
    const proxyHeader = {
      version,
      source: { address: '192.0.2.99', port: 4321 },
      destination: { address: '192.0.2.25', port: 25 },
    }
    const receipt = await send(server(), server().variantPorts.proxied, mail, { proxyHeader })
    expect(receipt.outcome).toBe('accepted')
    expect((await server().mail('ana', mail.messageId ?? '')).toString()).toContain('[192.0.2.99]')
  })

  test('Dovecot takes a mail by LMTP over its UNIX socket, recipient by recipient', async () => {
    const mail = toAna('lmtp')
    const host = `unix:${join(dirname(server().mailFolder), 'lmtp')}`
    const access = { ...accessTo(server(), { name: 'lmtp', port: 24, security: 'none', hasLogin: false }), host }
    const to = ['ana@heloise.test', 'luis@heloise.test']
    const order = { access, mail: { ...mail, envelope: { ...mail.envelope, to } }, stopAfter: null, replyTimeout: 10 }
    const receipt = await deliver({ ...order, wire: wire({ protocol: 'lmtp' }) }, tools())
    expect(receipt.recipients.map(({ outcome, reply }) => [outcome, reply?.code])).toEqual([
      ['accepted', 250],
      ['accepted', 250],
    ])
    await server().mail('luis', mail.messageId ?? '')
  })
})

const tools = () => ({ ...deliveryTools(), resolver: systemResolver({ servers: [] }) })

function toAna(name: string, user = 'ana'): ComposedMail {
  const head = [
    `Message-ID: <${name}@heloise.test>`,
    'Date: Mon, 2 Nov 2026 12:00:00 +0000',
    'From: window@heloise.test',
  ]
  const content = [...head, `Subject: ${name}`, '', '.', '..dots', '.', ...Array(40).fill('line'), ''].join('\r\n')
  const mail = composedMail({ from: 'window@heloise.test', to: [`${user}@heloise.test`], content })
  return { ...mail, messageId: `<${name}@heloise.test>` }
}

function send(server: MailServer, port: number, mail: ComposedMail, wish: Partial<WireOptions>) {
  const access = accessTo(server, { name: String(port), port, security: 'none', hasLogin: false })
  return deliver({ access, mail, stopAfter: null, replyTimeout: 10, wire: wire(wish) }, tools())
}

async function bytesOf(mail: ComposedMail): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of mail.open()) pieces.push(piece)
  return Buffer.concat(pieces)
}
