// `heloise send` and `heloise diagnose` against a real Postfix and Dovecot.
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ran, runHeloise } from '../fakes/command-line.ts'
import { type MailServer, withoutTrace } from './mail-server.ts'
import { type RealProfile, realProfiles } from './profiles.ts'
import { asSent, read, type SampleFiles, sample, writeSampleFiles } from './sample.ts'
import { describeWithMailServer } from './server.ts'

let files: SampleFiles
beforeAll(async () => {
  files = await writeSampleFiles()
})
afterAll(() => files.remove())

describeWithMailServer('the command line and Postfix', (server) => {
  test.each(realProfiles)('heloise send through $name carries a whole mail', async (profile) => {
    const content = ['--subject', sample.subject, '--text', sample.text, '--html', sample.html]
    const attached = ['--attach', files.picture.path, '--attach', files.attachment.path]
    const ran = await send(server(), profile, [...content, ...attached])
    expect(ran, ran.err).toMatchObject({ status: 0 })

    const receipt = JSON.parse(ran.out)
    expect(receipt).toMatchObject({
      outcome: 'accepted',
      server: { host: 'localhost', port: profile.port, tls: { version: 'TLSv1.3', authorized: true } },
      auth: profile.hasLogin ? { mechanism: expect.any(String) } : null,
      recipients: [
        { address: 'ana@heloise.test', outcome: 'accepted', stage: 'data', reply: { code: 250, enhanced: '2.0.0' } },
      ],
      failure: null,
    })
    expect(await read(await server().mail('ana', receipt.messageId))).toEqual(asSent(files))
  })

  test.each(realProfiles)('heloise send --eml through $name changes no byte', async (profile) => {
    const messageId = `<raw-${profile.port}@heloise.test>`
    const mail = rawMail(messageId)
    const file = join(dirname(files.picture.path), `raw-${profile.port}.eml`)
    await writeFile(file, mail)
    expect((await send(server(), profile, ['--eml', file])).status).toBe(0)
    expect(withoutTrace(await server().mail('ana', messageId)).toString('latin1')).toBe(mail.toString('latin1'))
  })

  test('the transcript of a login holds no password', async () => {
    const file = join(dirname(files.picture.path), 'transcript.txt')
    const ran = await send(server(), submission, ['--transcript', file, '--auth', 'LOGIN'])
    const transcript = await readFile(file, 'utf8')
    expect(transcript).toMatch(/^C: AUTH LOGIN/m)
    const { password } = server().users.ana
    const secrets = [password, Buffer.from(password).toString('base64')]
    expect(secrets.filter((secret) => [transcript, ran.out, ran.err].some((text) => text.includes(secret)))).toEqual([])
  })

  test('one unknown recipient among several is told by the status', async () => {
    const ran = await send(server(), submission, ['--to', 'nobody@heloise.test'])
    expect([ran.status, JSON.parse(ran.out).outcome]).toEqual([18, 'partial'])
  })

  test('many mails go over one connection each', async () => {
    const ran = await send(server(), submission, ['--count', '20', '--connections', '2'])
    expect(JSON.parse(ran.out)).toMatchObject({ sent: 20, refused: 0, unknown: 0, failed: 0, connections: 2 })
  })

  test.each(mistakes)(
    '$name ends with status $status and says why',
    async ({ parameters, environment, status, kind, cause }) => {
      const from = ['send', '--from', 'luis@heloise.test']
      const to = ['--to', 'ana@heloise.test']
      const typed = parameters(server())
      const ran = await runHeloise([...from, ...(typed.includes('--to') ? [] : to), ...typed, '--json', '--quiet'], {
        environment,
      })
      expect([ran.status, JSON.parse(ran.out).failure.kind], ran.err).toEqual([status, kind])
      expect(ran.err).toMatch(cause)
    },
  )

  test.each(realProfiles)('heloise diagnose shows what port $port offers', async ({ port, hasLogin, security }) => {
    const ran = await runHeloise(['diagnose', `localhost:${port}`, '--json'])
    const { offers, checks } = JSON.parse(ran.out)
    expect(offers).toMatchObject([{ endpoint: `localhost:${port}`, security, tls: { version: 'TLSv1.3' } }])
    expect(offers[0].auth.map((offer: { mechanism: string }) => offer.mechanism)).toEqual(
      hasLogin ? ['PLAIN', 'LOGIN', 'CRAM-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256'] : [],
    )
    // Nobody but the tests knows its authority.
    const failed: string[] = checks
      .filter(({ result }: { result: string }) => result === 'fail')
      .map(({ id }: { id: string }) => id)
    expect([ran.status, failed[0]]).toEqual([30, expect.stringMatching(/^TLS-X/)])
  })

  test('heloise diagnose of a whole host writes one document, each check with all that scripts read', async () => {
    const ran = await runHeloise(['diagnose', 'localhost', '--json', '--ca', server().authority.file])
    const report = JSON.parse(ran.out)
    expect(report).toMatchObject({
      ...{ target: 'localhost', role: 'submission', startedAt: expect.any(String), durationMs: expect.any(Number) },
      ...{ connections: report.endpoints.length, failure: null },
    })
    const counted = Map.groupBy(report.checks, ({ result }: { result: string }) => result)
    const summary = Object.fromEntries([...counted].map(([result, checks]) => [result, checks.length]))
    expect(report.summary).toMatchObject(summary)
    expect(new Set(report.checks.map((check: object) => Object.keys(check).toSorted().join()))).toEqual(
      new Set(['advice,durationMs,endpoint,evidence,group,id,name,reference,result,severity,summary']),
    )
    const both = report.checks.find(({ id }: { id: string }) => id === 'STL-12')
    expect([ran.status, both?.result, summary.fail ?? 0]).toEqual([0, 'pass', 0])
  })

  test('heloise diagnose --scan asks TLS for more, and heloise tls finds the same', async () => {
    const place = ['localhost:465', '--json']
    const [diagnosed, scanned] = await Promise.all([
      runHeloise(['diagnose', ...place, '--level', '2', '--scan', 'standard', '--only', 'TLS-K3,TLS-V4']),
      runHeloise(['tls', ...place]),
    ])
    const { scans, checks } = JSON.parse(diagnosed.out)
    const found = JSON.parse(scanned.out)
    expect([diagnosed.status, scanned.status]).toEqual([30, 0])
    expect(Object.fromEntries(checks.map(({ id, result }: Record<string, string>) => [id, result]))).toEqual({
      'TLS-K3': 'pass',
      'TLS-V4': 'fail',
    })
    expect([scans[0].profile, scans[0].suites, scans[0].groups]).toEqual(['standard', found.suites, found.groups])
  })
})

const submission: RealProfile = { name: '587', port: 587, security: 'starttls', hasLogin: true }

function send(
  { authority, users }: MailServer,
  { port, hasLogin }: RealProfile,
  more: readonly string[],
): Promise<Ran> {
  // The security is not named for 465: the port says it.
  const place = [
    '--server',
    `localhost:${port}`,
    '--ca',
    authority.file,
    ...(port === 465 ? [] : ['--security', 'starttls']),
  ]
  const login = hasLogin ? ['--user', 'ana@heloise.test'] : []
  const people = ['--from', sample.from, '--to', sample.to]
  const environment = { HELOISE_PASSWORD: users.ana.password }
  return runHeloise(['send', ...place, ...login, ...people, ...more, '--json'], { environment })
}

type Mistake = {
  readonly name: string
  readonly parameters: (server: MailServer) => readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly status: number
  readonly kind: string
  readonly cause: RegExp
}

const english = {}
const spanish = { LC_ALL: 'es_ES.UTF-8' }
const wrong = { HELOISE_PASSWORD: 'wrong' }
const at = (port: number, security: string) => ['--server', `localhost:${port}`, '--security', security]
const trusting = ({ authority }: MailServer) => ['--ca', authority.file]

const mistakes: readonly Mistake[] = [
  {
    name: 'a wrong password',
    parameters: (server) => [...at(587, 'starttls'), ...trusting(server), '--user', 'ana'],
    environment: wrong,
    status: 15,
    kind: 'login-refused',
    cause: /User or password is wrong/,
  },
  {
    name: 'a wrong password, in Spanish,',
    parameters: (server) => [...at(465, 'tls'), ...trusting(server), '--user', 'ana'],
    environment: { ...wrong, ...spanish },
    status: 15,
    kind: 'login-refused',
    cause: /contraseña no son correctos/,
  },
  {
    name: 'an unknown recipient',
    parameters: (server) => [...at(25, 'starttls'), ...trusting(server), '--to', 'nobody@heloise.test'],
    environment: english,
    status: 17,
    kind: 'recipients-refused',
    cause: /550 5\.1\.1/,
  },
  {
    name: 'an untrusted certificate',
    parameters: () => at(25, 'starttls'),
    environment: english,
    status: 14,
    kind: 'certificate-untrusted',
    cause: /--ca FILE/,
  },
  {
    name: 'an untrusted certificate on 465',
    parameters: () => at(465, 'tls'),
    environment: spanish,
    status: 14,
    kind: 'certificate-untrusted',
    cause: /--ca FILE/,
  },
  {
    name: 'implicit TLS on 587',
    parameters: (server) => [...at(587, 'tls'), ...trusting(server)],
    environment: english,
    status: 14,
    kind: 'tls-not-spoken',
    cause: /--security starttls/,
  },
  {
    name: 'STARTTLS on 465',
    parameters: (server) => [...at(465, 'starttls'), ...trusting(server)],
    environment: english,
    status: 12,
    kind: 'speaks-tls',
    cause: /--security tls/,
  },
  {
    name: 'no login on 587',
    parameters: (server) => [...at(587, 'starttls'), ...trusting(server)],
    environment: english,
    status: 17,
    kind: 'login-required',
    cause: /--user USER/,
  },
  {
    name: 'greylisting',
    parameters: (server) => [...at(server.variantPorts.greylist, 'none')],
    environment: english,
    status: 17,
    kind: 'recipients-refused',
    cause: /again|later/i,
  },
  {
    name: 'a greeting that does not come',
    parameters: (server) => [...at(server.variantPorts['slow-greeting'], 'none'), '--timeout', '1'],
    environment: english,
    status: 21,
    kind: 'greeting-missing',
    cause: /--timeout SECONDS/,
  },
]

/** Spanish in UTF-8, a line of dots, a long line, and trailing spaces: all of it may be sent, so all of it must arrive. */
function rawMail(messageId: string): Buffer {
  const lines = [
    'From: Luis <luis@heloise.test>',
    'To: Ana <ana@heloise.test>',
    'Subject: =?utf-8?Q?Ma=C3=B1ana_=E2=98=95?=',
    // Postfix adds a date where there is none.
    'Date: Mon, 5 Jan 2026 10:00:00 +0100',
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    '¿Café? ☕️ 🇪🇸',
    '.',
    '..',
    '.. y más',
    'x'.repeat(900),
    'espacios al final   ',
    '',
    'Fin.',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
