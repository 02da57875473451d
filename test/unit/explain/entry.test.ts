import { expect, test } from 'vitest'
import { explainEntry } from '#shared/explain/entry.ts'
import { entriesOf, entry } from '../../fakes/entries.ts'

const session = entriesOf(`
* dns mx.example is 192.0.2.1.
* connect Connected to 192.0.2.1 port 587.
S: 220 mx.example ESMTP
C: EHLO [192.0.2.9]
S: 250-mx.example
S: 250-SIZE 1000000
S: 250 STARTTLS
C: STARTTLS
S: 220 2.0.0 Ready
* tls TLSv1.3
C: EHLO [192.0.2.9]
S: 250-mx.example
S: 250 AUTH LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: [user: maria]
S: 334 UGFzc3dvcmQ6
C: [password hidden]
S: 235 2.7.0 Logged in
C: MAIL FROM:<> SIZE=2000 BODY=8BITMIME
C: RCPT TO:<b@b.example>
S: 250 2.1.0 Ok
S: 550 5.1.1 User unknown
C: RCPT TO:<c@b.example> NOTIFY=NEVER
S: 250 2.1.5 Ok
C: DATA
S: 354 Go
C: ~ From: a@a.example
S: 250 2.0.0 Queued as 1
C: QUIT
S: 221 Bye
* close The connection was closed.
`)

const titles = session.map(
  (one, index) => explainEntry({ ...one, stage: stageOf(one.text) }, session.slice(0, index))?.title.en,
)
function stageOf(text: string) {
  return text.startsWith('550') ? 'rcpt' : 'ehlo'
}

test('every line of a session is explained, replies by the command they answer', () => {
  expect(titles).toEqual([
    'Names looked up',
    'Connection',
    '220: ready',
    'EHLO: hello, what can you do?',
    '250: done',
    'SIZE: Largest mail',
    'STARTTLS: Encryption',
    'STARTTLS: let us encrypt',
    '220: ready',
    'Encryption began',
    'EHLO: hello, what can you do?',
    '250: done',
    'AUTH: Login',
    'AUTH: log in',
    '334: go on',
    'Login by LOGIN, step 1',
    '334: go on',
    'Login by LOGIN, step 2',
    '235: logged in',
    'MAIL FROM: who sends',
    'RCPT TO: who receives',
    '250: done',
    '550: refused',
    'RCPT TO: who receives',
    '250: done',
    'DATA: here comes the mail',
    '354: send the mail',
    'The mail itself',
    '250: done',
    'QUIT: goodbye',
    '221: closing',
    'The connection ended',
  ])
})

const textOf = (line: string) => {
  const index = session.findIndex(({ text }) => text === line)
  const one = session[index]
  return one === undefined ? null : explainEntry({ ...one, stage: stageOf(one.text) }, session.slice(0, index))?.text.en
}

test.each([
  ['220 mx.example ESMTP', 'The server greets us and gives its name; we may speak now.'],
  ['220 2.0.0 Ready', 'Ready: the TLS handshake begins with the next byte.'],
  ['334 VXNlcm5hbWU6', 'The login needs another message; the text is a challenge in base64. It says: “Username:”.'],
  ['[password hidden]', 'The password, in base64. The secret is hidden in the log.'],
  [
    'MAIL FROM:<> SIZE=2000 BODY=8BITMIME',
    'Begins the envelope. The address is where bounces go; it may differ from the From that the reader sees. The empty sender <> marks a report or bounce, so that nobody answers it with another one. SIZE: the mail is about 2 kB. BODY=8BITMIME: the text holds 8-bit characters.',
  ],
  ['250 2.1.0 Ok', 'The sender is accepted; recipients may follow.'],
  [
    '550 5.1.1 User unknown',
    'This recipient is refused: no such mailbox, or not allowed. Likely: There is no such mailbox. Check the spelling of the address. 5.1.1: there is no such mailbox.',
  ],
  [
    '250 2.0.0 Queued as 1',
    'The server has taken the mail: from here on it is responsible for it. The text often holds its queue number.',
  ],
])('“%s” is explained in the light of what came before', (line, text) => {
  expect(textOf(line)).toBe(text)
})

test('a pipelined command says that it did not wait', () => {
  expect(textOf('RCPT TO:<b@b.example>')).toContain('without waiting')
})

test('a line that is no reply, and one that nobody asked for, say so', () => {
  const before = entriesOf('S: 220 hi\nC: NOOP\nS: 250 ok')
  expect([
    explainEntry(entry({ text: 'HTTP/1.1 400 Bad Request' }), [])?.title.en,
    explainEntry(entry({ text: '421 bye' }), before)?.text.en,
  ]).toEqual([
    'Not a reply',
    'The service is not available and the connection will be closed. A later attempt may succeed. Nothing was asked: the server spoke by itself.',
  ])
})

test('nothing that a server sends breaks the explanation', () => {
  const lines = ['', '250', '250-', '334 ****', '334 /////w==', '250 \u0000', '999 x', '250-SIZE', 'é']
  expect(lines.map((text) => typeof explainEntry(entry({ text }), [])?.title.es)).toEqual(lines.map(() => 'string'))
})
