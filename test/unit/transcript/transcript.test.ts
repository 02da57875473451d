import { expect, test } from 'vitest'
import { equivalentCommand } from '#shared/transcript/equivalent-command.ts'
import { exportTranscript } from '#shared/transcript/export.ts'
import { parseTranscript } from '#shared/transcript/parse.ts'
import { fromVisible, visible } from '#shared/transcript/text.ts'
import { entriesOf, entry, storedTranscript } from '../../fakes/entries.ts'

const text = `# mx.example:25
# 2026-01-02T03:04:05.000Z, ok
* connect Connected.
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250-mx.example
S: 250 PIPELINING
`

test('a session becomes text, and the text becomes the session again', () => {
  const entries = entriesOf(text)
  expect(exportTranscript(storedTranscript(), entries, 'txt')).toEqual({
    name: 'mx.example 25 2026-01-02 03.04.05.txt',
    type: 'text/plain',
    text,
  })
  expect(parseTranscript(text)).toEqual({
    head: ['mx.example:25', '2026-01-02T03:04:05.000Z, ok'],
    lines: [
      { by: 'event', text: 'connect Connected.' },
      { by: 'server', text: '220 mx.example ESMTP' },
      { by: 'client', text: 'EHLO client.example' },
      { by: 'server', text: '250-mx.example' },
      { by: 'server', text: '250 PIPELINING' },
    ],
  })
})

test('bodies show what is kept of them and their size, once for all parts of one; a line that ended with LF alone says so', () => {
  const entries = [
    entry({ direction: 'client', kind: 'body', text: 'Subject: hi\n\nbody', bytes: 5000 }),
    entry({ direction: 'client', kind: 'body', text: 'A: b\r\n', bytes: 6, facts: { isPart: true } }),
    entry({ direction: 'client', kind: 'body', text: '\r\nc\r\n', bytes: 5, facts: { wireOctets: 11 } }),
    entry({ text: '250 ok', ending: 'lf' }),
  ]
  expect(exportTranscript(storedTranscript(), entries, 'txt').text.split('\n').slice(2)).toEqual([
    'C: Subject: hi',
    'C:',
    'C: body',
    '# 5000 octets of mail in all',
    'C: A: b',
    'C:',
    'C: c',
    '# 11 octets of mail in all',
    'S: 250 ok',
    '# it ended with LF alone',
    '',
  ])
})

test('controls are written as escapes and read back', () => {
  const line = '220 \u001b[2Jhi\u0000 \u0085 \\ok'
  expect([visible(line), fromVisible(visible(line)) === line]).toEqual(['220 \\x1b[2Jhi\\x00 \\x85 \\ok', true])
})

test.each(['\\x1b', '\\x5cx1b', '\\\\x00', '\\x5c', '\\', 'x1b', '\x1b\\x1b'])(
  '%j is written so that it is read back as it was',
  (line) => {
    expect(fromVisible(visible(line))).toBe(line)
  },
)

test('a line without a mark is an error that names its number', () => {
  expect(() => parseTranscript('# a\nS: 220\nEHLO x')).toThrow('Line 3 begins with neither S:, C:, * nor #: EHLO x')
})

test('an HTML export holds no markup of a server and no script', () => {
  const { type, text } = exportTranscript(
    storedTranscript({ name: '<b>' }),
    [entry({ text: '220 <script>alert(1)</script>' })],
    'html',
  )
  expect([
    type,
    text.includes('<script'),
    text.includes('&lt;script&gt;'),
    text.includes('<title>&lt;b&gt;</title>'),
  ]).toEqual(['text/html', false, true, true])
})

test('a Markdown export cannot be broken out of', () => {
  const { text } = exportTranscript(storedTranscript(), [entry({ text: '220 ``` and ````' })], 'markdown')
  expect(text.match(/^`+/gm)).toEqual(['`````', '`````'])
})

test('JSON Lines keep everything', () => {
  const entries = entriesOf(text)
  const { text: lines } = exportTranscript(storedTranscript(), entries, 'jsonl')
  expect(
    lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([storedTranscript(), ...entries])
})

const connected = (host: string, port: number) =>
  entry({ direction: 'event', kind: 'connect', facts: { host, port, outcome: 'connected' } })
const submission = [
  connected('smtp.example.com', 587),
  ...entriesOf(`
S: 220 hi
C: EHLO [192.0.2.9]
S: 250 STARTTLS
C: STARTTLS
S: 220 go
* tls TLSv1.3
C: EHLO [192.0.2.9]
S: 250 AUTH PLAIN
C: AUTH PLAIN [maria, password hidden]
S: 235 ok
C: MAIL FROM:<o'neil@example.com>
S: 250 ok
C: RCPT TO:<b@example.com>
S: 250 ok
C: DATA
S: 354 go
C: ~ Subject: hi
S: 250 ok
`),
]

test('a session is copied as a command of another tool, without a secret', () => {
  expect(
    (['swaks', 'openssl', 'curl'] as const).map((tool) => equivalentCommand(storedTranscript(), submission, tool)),
  ).toEqual([
    "swaks --server smtp.example.com --port 587 --tls --ehlo '[192.0.2.9]' --auth PLAIN --auth-user USER --auth-password PASSWORD --from 'o'\\''neil@example.com' --to b@example.com --data @mail.eml",
    "openssl s_client -connect smtp.example.com:587 -servername smtp.example.com -starttls smtp -name '[192.0.2.9]' -crlf -quiet",
    "curl --verbose --url smtp://smtp.example.com:587/%5B192.0.2.9%5D --ssl-reqd --login-options AUTH=PLAIN --user USER:PASSWORD --mail-from 'o'\\''neil@example.com' --mail-rcpt b@example.com --upload-file mail.eml",
  ])
})

test('a plain session without a mail leaves where this one did; openssl has no such session', () => {
  const plain = [connected('::1', 25), ...entriesOf('S: 220 hi\nC: HELO x\nS: 250 hi\nC: QUIT\nS: 221 bye')]
  expect(
    (['swaks', 'openssl', 'curl'] as const).map((tool) => equivalentCommand(storedTranscript(), plain, tool)),
  ).toEqual([
    'swaks --server ::1 --port 25 --ehlo x --quit-after HELO',
    null,
    "curl --verbose --url 'smtp://[::1]:25/x' --request NOOP",
  ])
})

test('a session through a proxy is copied with the proxy, or not at all', () => {
  const via = (proxyKind: string) => [
    entry({
      direction: 'event',
      kind: 'connect',
      facts: { host: 'proxy.example', port: 8080, outcome: 'connected', isProxy: true, localAddress: '192.0.2.9' },
    }),
    entry({
      direction: 'event',
      kind: 'connect',
      facts: {
        ...{ host: 'smtp.example.com', port: 587, outcome: 'connected' },
        ...{ proxy: 'proxy.example:8080', proxyKind, hasLogin: true },
      },
    }),
    ...entriesOf('S: 220 hi\nC: EHLO x\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\n* tls TLSv1.3'),
  ]
  const commands = (kind: string) =>
    (['swaks', 'openssl', 'curl'] as const).map((tool) => equivalentCommand(storedTranscript(), via(kind), tool))
  expect([...commands('http'), ...commands('socks5')]).toEqual([
    null,
    'openssl s_client -connect smtp.example.com:587 -bind 192.0.2.9:0 -proxy proxy.example:8080 -proxy_user USER -proxy_pass pass:PASSWORD -servername smtp.example.com -starttls smtp -name x -crlf -quiet',
    'curl --verbose --url smtp://smtp.example.com:587/x --interface 192.0.2.9 --proxytunnel --proxy http://proxy.example:8080 --proxy-user USER:PASSWORD --ssl-reqd --request NOOP',
    null,
    null,
    'curl --verbose --url smtp://smtp.example.com:587/x --interface 192.0.2.9 --proxy socks5h://proxy.example:8080 --proxy-user USER:PASSWORD --ssl-reqd --request NOOP',
  ])
})

test('a session from a chosen address is copied with it', () => {
  const from = entry({
    direction: 'event',
    kind: 'connect',
    facts: { host: 'mx.example', port: 25, outcome: 'connected', localAddress: '192.0.2.9' },
  })
  expect(equivalentCommand(storedTranscript(), [from, ...entriesOf('S: 220 hi\nC: HELO x\nS: 250 hi')], 'swaks')).toBe(
    'swaks --server mx.example --port 25 --local-interface 192.0.2.9 --ehlo x --quit-after HELO',
  )
})

test('a session of the loopback server was begun by somebody else, so there is no command', () => {
  expect(equivalentCommand(storedTranscript({ origin: 'loopback' }), submission, 'swaks')).toBeNull()
})
