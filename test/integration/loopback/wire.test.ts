// What goes over the wire at its worst: cut anywhere, all at once, injected, smuggled, not SMTP at all.
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, connectSecurely } from './client.ts'
import { login, startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.stop())

const codes = (replies: string): string =>
  replies
    .split('\r\n')
    .filter((line) => /^\d{3} /.test(line))
    .map((line) => line.slice(0, 3))
    .join(' ')

async function sendAll(octets: string): Promise<string> {
  const client = await connect(server.port('mx'))
  client.send(octets)
  return codes(await client.rest())
}

const hello = 'EHLO client.test\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nDATA\r\n'
const content = () => server.mails.map(({ octets }) => octets.toString('latin1'))

describe('input', () => {
  it('may come all at once, with two mails in it', async () => {
    const second = 'MAIL FROM:<>\r\nRCPT TO:<c@d.test>\r\nDATA\r\ntwo\r\n.\r\nQUIT\r\n'
    expect(await sendAll(`${hello}one\r\n.\r\n${second}`)).toBe('220 250 250 250 354 250 250 250 354 250 221')
    expect(content()).toEqual(['one\r\n', 'two\r\n'])
  })

  it('may come octet by octet', async () => {
    const client = await connect(server.port('mx'))
    for (const octet of `${hello}..one\r\n\r\n.\r\nQUIT\r\n`) {
      client.send(octet)
      await new Promise(setImmediate)
    }
    expect(codes(await client.rest())).toBe('220 250 250 250 354 250 221')
    expect(content()).toEqual(['.one\r\n\r\n'])
  })

  it('may be cut at any octet', async () => {
    const whole = `${hello}..one\r\n.two\r\n.\r\nQUIT\r\n`
    const cuts = [...whole].map((_octet, at) => at)
    const seen = await Promise.all(
      cuts.map(async (at) => {
        const client = await connect(server.port('mx'))
        await client.reply()
        client.send(whole.slice(0, at))
        await new Promise(setImmediate)
        client.send(whole.slice(at))
        return codes(await client.rest())
      }),
    )
    expect(new Set(seen)).toEqual(new Set(['250 250 250 354 250 221']))
    expect(new Set(content())).toEqual(new Set(['.one\r\ntwo\r\n']))
    expect(server.mails).toHaveLength(cuts.length)
  })

  it('of a client that closes its half still gets all its replies', async () => {
    const client = await connect(server.port('mx'))
    client.send('EHLO client.test\r\nNOOP\r\n')
    client.end()
    expect(codes(await client.rest())).toBe('220 250 250')
    expect(await server.transcript()).toContain('* close: The client closed the connection without QUIT.')
  })

  it('of 5 MB is kept octet by octet, with a thousand recipients', async () => {
    const mail = Buffer.from(
      randomBytes(5_000_000)
        .toString('latin1')
        .replace(/[\r\n]/g, '.\r\n..\r\n'),
      'latin1',
    )
    const stuffed = Buffer.from(mail.toString('latin1').replace(/(^|\r\n)\./g, '$1..'), 'latin1')
    const client = await connectSecurely(server.port('submissions'))
    await client.reply()
    await client.ask('EHLO client.test')
    await client.ask(`AUTH PLAIN ${Buffer.from(`\0${login.user}\0${login.password}`).toString('base64')}`)
    const recipients = Array.from({ length: 1001 }, (_one, index) => `r${index}@d.test`)
    client.send(`MAIL FROM:<a@b.test>\r\n${recipients.map((address) => `RCPT TO:<${address}>\r\n`).join('')}DATA\r\n`)
    const replies: string[] = []
    for (let count = 0; count < 1003; count += 1) replies.push((await client.reply()).slice(0, 9))
    client.send(stuffed)
    client.send('\r\n.\r\nQUIT\r\n')
    await client.rest()
    expect(replies.slice(-3)).toEqual(['250 2.1.5', '452 4.5.3', '354 Send '])
    expect(server.mails[0]?.octets.equals(Buffer.concat([mail, Buffer.from('\r\n')]))).toBe(true)
    expect(server.mails[0]?.envelopeTo).toEqual(recipients.slice(0, 1000))
  })
})

describe('a mail', () => {
  it.each([
    ['LF . LF', '\n.\n'],
    ['LF . CR LF', '\n.\r\n'],
    ['CR LF . LF', '\r\n.\n'],
    ['CR . CR', '\r.\r'],
    ['CR LF . CR', '\r\n.\r'],
    ['CR LF NUL . CR LF', '\r\n\0.\r\n'],
  ])('does not end at %s (smuggling)', async (_what, end) => {
    const smuggled = 'MAIL FROM:<x@y.test>\r\nRCPT TO:<z@y.test>\r\nDATA\r\nsmuggled\r\n'
    expect(await sendAll(`${hello}one${end}${smuggled}.\r\nQUIT\r\n`)).toBe('220 250 250 250 354 250 221')
    expect(content()).toEqual([`one${end === '\n.\n' ? end : end.replace('\r\n.', '\r\n')}${smuggled}`])
  })

  it('with bare line feeds is taken as it is, and the transcript tells', async () => {
    await sendAll(`${hello}one\ntwo\r\n.\r\nQUIT\r\n`)
    await server.sessions[0]?.outcome
    const facts = server.sessions[0]?.entries.find(({ kind }) => kind === 'body')?.facts
    expect(facts).toEqual({ octets: 9, lines: 2, longestLine: 3, bareLineFeeds: 1 })
  })

  it('that breaks off is not kept', async () => {
    const client = await connect(server.port('mx'))
    client.send(`${hello}half a mail\r\n`)
    for (const _reply of ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA']) await client.reply()
    client.drop()
    expect(await server.sessions[0]?.outcome).toBe('failed')
    expect(server.mails).toEqual([])
  })
})

describe('a line', () => {
  it.each([
    ['ended by LF alone', 'NOOP\n', '500 5.5.2'],
    ['with a bare CR', 'NO\rOP\r\n', '500 5.5.2'],
    ['with NUL', 'NOOP \0\r\n', '500 5.5.2'],
    ['that is not UTF-8', 'NOOP \xff\r\n', '500 5.5.2'],
    ['of 4096 octets', `NOOP ${'x'.repeat(4089)}\r\n`, '250 2.0.0'],
    ['of 4097 octets', `NOOP ${'x'.repeat(4090)}\r\n`, '500 5.5.2'],
    ['of a million octets', `NOOP ${'x'.repeat(1_000_000)}\r\n`, '500 5.5.2'],
    ['with nothing in it', '\r\n', '500 5.5.1'],
  ])('%s is answered, and the session goes on', async (_what, line, expected) => {
    const client = await connect(server.port('mx'))
    await client.reply()
    client.send(line)
    const first = await client.reply()
    expect([first.slice(0, 9), await client.ask('NOOP')]).toEqual([expected, '250 2.0.0 OK'])
    client.drop()
  })

  it('that makes no sense ends the session when there are too many', async () => {
    expect(await sendAll('x\r\n'.repeat(100))).toBe(`220 ${'500 '.repeat(21)}421`)
  })

  it('never shows what may be a password, whatever comes before it', async () => {
    const secret = Buffer.from(`\0${login.user}\0${login.password}`).toString('base64')
    const lines = [
      `AUTH PLAIN ${secret}`,
      secret,
      `AUTH ${secret}`,
      `auth login ${secret}\n`,
      `AUTH PLAIN ${secret.repeat(99)}`,
    ]
    const more = ['EHLO client.test', 'AUTH LOGIN', secret, `  AUTH\tPLAIN\t${secret}`, 'QUIT']
    await sendAll(`${[...lines, ...more].join('\r\n')}\r\n`)
    const transcript = await server.transcript()
    expect(transcript).not.toContain(secret.slice(0, 8))
    expect(transcript).not.toContain(login.password)
  })
})

describe('something else than SMTP', () => {
  it('HTTP, as a browser posts it, ends the session before anything is done', async () => {
    const post = `POST / HTTP/1.1\r\nHost: localhost\r\n\r\n${hello}mail\r\n.\r\nQUIT\r\n`
    expect(await sendAll(post)).toBe('220 421')
    expect([server.mails, await server.sessions[0]?.outcome]).toEqual([[], 'failed'])
  })

  it('TLS on a port that begins in plain text is named in the transcript', async () => {
    await connectSecurely(server.port('mx')).catch(() => undefined)
    expect(await server.transcript()).toContain('* warning: The client began TLS')
  })

  it('plain text on the port of implicit TLS is named in the transcript', async () => {
    const client = await connect(server.port('submissions'))
    client.send('EHLO client.test\r\n')
    expect(await client.rest()).not.toContain('250')
    expect(await server.transcript()).toMatch(/^\* warning: The TLS handshake failed: wrong version number\.$/)
  })
})

describe('STARTTLS', () => {
  it('followed by plain text ends the session, and nothing of it is obeyed', async () => {
    const injected = 'EHLO client.test\r\nSTARTTLS\r\nMAIL FROM:<evil@b.test>\r\nRCPT TO:<c@d.test>\r\n'
    expect(await sendAll(injected)).toBe('220 250 421')
    expect(await server.transcript()).toContain('command injection')
  })

  it('answered, and then followed by plain text, ends the session too', async () => {
    const client = await connect(server.port('mx'))
    await client.reply()
    await client.ask('EHLO client.test')
    expect(await client.ask('STARTTLS')).toBe('220 2.0.0 Ready to start TLS')
    client.send('MAIL FROM:<evil@b.test>\r\n')
    expect(await client.rest()).not.toContain('250')
    expect(await server.transcript()).toContain('* warning: The TLS handshake failed')
  })
})
