// Whole sessions, as the server wrote them down. The transcripts beside the tests are the expectation and the document.
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { type Client, connect, connectSecurely } from './client.ts'
import { login, startTestServer, type TestServer } from './test-server.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const plain = base64(`\0${login.user}\0${login.password}`)

const golden = (name: string): string => {
  const file = readFileSync(new URL(`../../transcripts/loopback-${name}.txt`, import.meta.url), 'utf8')
  return file.replace(/^(# .*\n)+\n/, '').trimEnd()
}

let server: TestServer
afterEach(() => server.stop())

async function play(client: Client, lines: readonly string[]): Promise<void> {
  await client.reply()
  for (const line of lines) await client.ask(line)
  await client.rest()
}

describe('a session', () => {
  it('on the port of the role of 25 takes mail without a login', async () => {
    server = await startTestServer()
    const mail = 'Subject: hello\r\n\r\n..dots are stuffed\r\n.'
    await play(await connect(server.port('mx')), [
      ...['EHLO client.test', 'MAIL FROM:<ann@client.test> SIZE=40', 'RCPT TO:<bob@example.test>'],
      ...['RCPT TO:<550-5.1.1@example.test>', 'RCPT TO:<postmaster>', 'DATA', mail, 'QUIT'],
    ])
    expect(await server.transcript()).toBe(golden('mail'))
    expect(server.mails).toEqual([
      {
        envelopeFrom: 'ann@client.test',
        envelopeTo: ['bob@example.test', 'postmaster'],
        isTls: false,
        user: null,
        transcriptId: 'session-1',
        octets: Buffer.from('Subject: hello\r\n\r\n.dots are stuffed\r\n'),
      },
    ])
  })

  it('on the submission port begins TLS, logs in and takes mail', async () => {
    server = await startTestServer()
    const client = await connect(server.port('submission'), '::1')
    await client.reply()
    for (const line of ['EHLO client.test', `AUTH PLAIN ${plain}`, 'MAIL FROM:<>', 'STARTTLS']) await client.ask(line)
    await client.startTls()
    for (const line of ['MAIL FROM:<a@b.test>', 'EHLO client.test', 'MAIL FROM:<a@b.test>']) await client.ask(line)
    for (const line of [`AUTH PLAIN ${plain}`, 'STARTTLS', 'AUTH LOGIN', 'MAIL FROM:<a@b.test>']) await client.ask(line)
    for (const line of ['RCPT TO:<c@d.test>', 'DATA', '.', 'QUIT']) await client.ask(line)
    await client.rest()
    expect(await server.transcript()).toBe(golden('submission'))
    expect(server.mails).toMatchObject([{ isTls: true, user: login.user, octets: Buffer.alloc(0) }])
    expect(server.sessions[0]?.name).toMatch(/^\[::1\]:\d+$/)
  })

  it('on the submissions port is inside TLS from the first octet, and shows logins without their secrets', async () => {
    server = await startTestServer()
    const refused = [
      ...['AUTH LOGIN', base64(login.user), base64('wrong')],
      ...[`AUTH LOGIN ${base64(login.user)}`, '*'],
      ...['AUTH PLAIN', 'not base64'],
      ...['AUTH PLAIN not-base64', 'AUTH GSSAPI biws', `AUTH CRAM-MD5 ${plain}`],
    ]
    const lines = ['EHLO client.test', ...refused, 'AUTH LOGIN', base64(login.user), base64(login.password), 'QUIT']
    await play(await connectSecurely(server.port('submissions')), lines)
    expect(await server.transcript()).toBe(golden('logins'))
  })

  it('answers commands that come in the wrong order or form', async () => {
    server = await startTestServer()
    await play(await connect(server.port('mx')), [
      ...['MAIL FROM:<a@b.test>', 'EHLO', 'LHLO client.test', 'HELO client.test', 'RCPT TO:<a@b.test>', 'DATA'],
      ...['MAIL FROM:<a@b.test> SIZE=1', 'MAIL FROM:a@b.test', 'MAIL FROM:<a@b.test>', 'MAIL FROM:<a@b.test>', 'DATA'],
      ...['STARTTLS now', 'RSET', 'STARTTLS now', 'VRFY bob', 'EXPN list', 'HELP', 'NOOP x', 'BDAT 3 LAST', 'QUIT'],
    ])
    expect(await server.transcript()).toBe(golden('order'))
  })
})
