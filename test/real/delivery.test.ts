// The engine against a real Postfix and Dovecot: mails arrive byte for byte, and each mistake ends with its cause.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Access, deliver } from '../../electron/engine/delivery/index.ts'
import { systemResolver } from '../../electron/engine/dns/index.ts'
import { type ComposedMail, composeMail } from '../../electron/engine/mail/index.ts'
import { explainFailure } from '../../shared/explain/failures.ts'
import type { Attachment } from '../../shared/values/draft.ts'
import type { FailureKind } from '../../shared/values/failure.ts'
import { composedMail } from '../fakes/composed-mail.ts'
import { draftOf } from '../fakes/drafts.ts'
import { deliveryTools } from '../fakes/order.ts'
import { type MailServer, withoutTrace } from './mail-server.ts'
import { accessTo, type RealProfile, realProfiles } from './profiles.ts'
import { asSent, read, type SampleFile, type SampleFiles, sample, writeSampleFiles } from './sample.ts'
import { describeWithMailServer } from './server.ts'

let files: SampleFiles
beforeAll(async () => {
  files = await writeSampleFiles()
})
afterAll(() => files.remove())

describeWithMailServer('delivery to Postfix', (server) => {
  test.each(realProfiles)('a mail through $name arrives byte for byte', async (profile) => {
    const mail = await composeSample()
    const receipt = await send(accessTo(server(), profile), mail)
    expect(receipt).toMatchObject({ outcome: 'accepted', failure: null, server: { tls: { authorized: true } } })

    const kept = await server().mail('ana', mail.messageId ?? '')
    expect(withoutTrace(kept).equals(await bytesOf(mail))).toBe(true)
    expect(await read(kept)).toEqual(asSent(files))
  })

  test('a recipient that is not there does not stop the others', async () => {
    const mail = {
      ...(await composeSample()),
      envelope: { from: 'luis@heloise.test', to: ['nobody@heloise.test', 'ana@heloise.test'] },
    }
    const receipt = await send(accessTo(server(), submission), mail)
    expect(receipt).toMatchObject({
      outcome: 'partial',
      recipients: [
        { address: 'nobody@heloise.test', outcome: 'refused', reply: { code: 550, enhanced: '5.1.1' } },
        { address: 'ana@heloise.test', outcome: 'accepted', reply: { code: 250, enhanced: '2.0.0' } },
      ],
    })
    await server().mail('ana', mail.messageId ?? '')
  })

  test.each(['PLAIN', 'LOGIN', 'CRAM-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256'] as const)(
    'Dovecot takes a login by %s, whatever signs the password has',
    async (mechanism) => {
      const access = accessTo(server(), submission)
      const login = { user: 'ana@heloise.test', mechanism, allowPlaintext: false }
      const receipt = await send({ ...access, login }, composedMail({ to: ['ana@heloise.test'] }))
      expect(receipt).toMatchObject({ outcome: 'accepted', auth: { mechanism } })
    },
  )

  test('a pinned certificate is trusted although it signed itself', async () => {
    const access = at(server(), server().variantPorts['self-signed'])
    const refused = await send(access, toAna())
    const pin = refused.failure?.facts.sha256 ?? null
    const receipt = await send({ ...access, certificate: { ...access.certificate, pin } }, toAna())
    expect([pin, receipt.outcome]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), 'accepted'])
  })

  test('a slow greeting is waited for', async () => {
    expect(await send(at(server(), server().variantPorts['slow-greeting']), toAna())).toMatchObject({
      outcome: 'accepted',
    })
  })

  test.each(mistakes)('$name', async ({ access, mail = toAna(), replyTimeout = 10, kind, stage, cause }) => {
    const receipt = await send(access(server()), mail, replyTimeout)
    const { failure } = receipt
    expect(failure).toMatchObject({ kind, stage })
    if (failure === null) return
    const { title, happened, advice } = explainFailure(failure, 'en')
    expect(`${title} ${happened} ${advice}`).toMatch(cause)
    expect(receipt.recipients.filter(({ outcome }) => outcome !== 'refused')).toEqual([])
  })
})

type Mistake = {
  readonly name: string
  readonly access: (server: MailServer) => Access
  readonly mail?: ComposedMail
  readonly replyTimeout?: number
  readonly kind: FailureKind
  readonly stage: string
  /** What the why card must say. */
  readonly cause: RegExp
}

const mx: RealProfile = { name: '25', port: 25, security: 'starttls', hasLogin: false }
const submission: RealProfile = { name: '587', port: 587, security: 'starttls', hasLogin: true }
const submissions: RealProfile = { name: '465', port: 465, security: 'tls', hasLogin: true }
const at = (server: MailServer, port: number): Access => accessTo(server, { ...mx, port })
const untrusting = (access: Access): Access => ({
  ...access,
  certificate: { ...access.certificate, authorities: null },
})

const mistakes: readonly Mistake[] = [
  {
    name: 'a wrong password',
    access: (server) => ({ ...accessTo(server, submission), secret: 'wrong' }),
    kind: 'login-refused',
    stage: 'auth',
    cause: /password/i,
  },
  {
    name: 'a wrong password inside implicit TLS',
    access: (server) => ({ ...accessTo(server, submissions), secret: 'wrong' }),
    kind: 'login-refused',
    stage: 'auth',
    cause: /password/i,
  },
  {
    name: 'no login where one is needed',
    access: (server) => accessTo(server, { ...submission, hasLogin: false }),
    kind: 'login-required',
    stage: 'rcpt',
    cause: /log in|logged in|user/i,
  },
  {
    name: 'a login where none is offered',
    access: (server) => accessTo(server, { ...mx, hasLogin: true }),
    kind: 'login-not-offered',
    stage: 'auth',
    cause: /587|465/,
  },
  {
    name: 'an unknown recipient',
    access: (server) => accessTo(server, mx),
    mail: composedMail({ to: ['nobody@heloise.test'] }),
    kind: 'recipients-refused',
    stage: 'rcpt',
    cause: /nobody@heloise\.test/,
  },
  {
    name: 'a recipient elsewhere',
    access: (server) => accessTo(server, mx),
    mail: composedMail({ to: ['x@elsewhere.test'] }),
    kind: 'recipients-refused',
    stage: 'rcpt',
    cause: /relay|does not take mail for|log in/i,
  },
  {
    name: 'an untrusted certificate',
    access: (server) => untrusting(accessTo(server, submission)),
    kind: 'certificate-untrusted',
    stage: 'tls',
    cause: /authority|vouch/i,
  },
  {
    name: 'an untrusted certificate inside implicit TLS',
    access: (server) => untrusting(accessTo(server, submissions)),
    kind: 'certificate-untrusted',
    stage: 'tls',
    cause: /authority|vouch/i,
  },
  {
    name: 'a self-signed certificate',
    access: (server) => at(server, server.variantPorts['self-signed']),
    kind: 'certificate-self-signed',
    stage: 'tls',
    cause: /sign/i,
  },
  {
    name: 'an expired certificate',
    access: (server) => at(server, server.variantPorts.expired),
    kind: 'certificate-expired',
    stage: 'tls',
    cause: /2020-02-01|expired/i,
  },
  {
    name: 'a certificate for another name',
    access: (server) => at(server, server.variantPorts['wrong-name']),
    kind: 'certificate-name-mismatch',
    stage: 'tls',
    cause: /mx\.elsewhere\.test/,
  },
  {
    name: 'no STARTTLS where it is required',
    access: (server) => at(server, server.variantPorts['no-starttls']),
    kind: 'starttls-not-offered',
    stage: 'tls',
    cause: /STARTTLS|encrypt/i,
  },
  {
    name: 'implicit TLS on 25',
    access: (server) => accessTo(server, { ...mx, security: 'tls' }),
    kind: 'tls-not-spoken',
    stage: 'tls',
    cause: /STARTTLS/,
  },
  {
    name: 'implicit TLS on 587',
    access: (server) => accessTo(server, { ...submission, security: 'tls' }),
    kind: 'tls-not-spoken',
    stage: 'tls',
    cause: /STARTTLS/,
  },
  {
    name: 'STARTTLS on 465',
    access: (server) => accessTo(server, { ...submissions, security: 'starttls' }),
    kind: 'speaks-tls',
    stage: 'greeting',
    cause: /implicit TLS/,
  },
  {
    name: 'no TLS on 465',
    access: (server) => accessTo(server, { ...submissions, security: 'none', hasLogin: false }),
    kind: 'speaks-tls',
    stage: 'greeting',
    cause: /implicit TLS/,
  },
  {
    name: 'a login that would travel in the clear',
    access: (server) => ({
      ...at(server, server.variantPorts['no-starttls']),
      security: 'none',
      login: { user: 'ana@heloise.test', mechanism: 'PLAIN', allowPlaintext: false },
      secret: 'x',
    }),
    kind: 'login-needs-tls',
    stage: 'auth',
    cause: /TLS|encrypt/i,
  },
  {
    name: 'a mail that is too large',
    access: (server) => at(server, server.variantPorts['small-mails']),
    mail: composedMail({ to: ['ana@heloise.test'], content: `Subject: x\r\n\r\n${'x'.repeat(70)}\r\n`.repeat(400) }),
    kind: 'mail-too-large',
    stage: 'mail',
    cause: /20/,
  },
  {
    name: 'greylisting',
    access: (server) => at(server, server.variantPorts.greylist),
    kind: 'recipients-refused',
    stage: 'rcpt',
    cause: /later|again|minutes/i,
  },
  {
    name: 'a greeting that takes too long',
    access: (server) => at(server, server.variantPorts['slow-greeting']),
    replyTimeout: 1,
    kind: 'greeting-missing',
    stage: 'greeting',
    cause: /greet/i,
  },
]

function send(access: Access, mail: ComposedMail, replyTimeout: number | null = null) {
  const tools = deliveryTools({ resolver: systemResolver({ servers: [] }) })
  return deliver({ access, mail, stopAfter: null, replyTimeout }, tools)
}

const toAna = () => composedMail({ to: ['ana@heloise.test'] })

function composeSample(): Promise<ComposedMail> {
  const { picture, attachment } = files
  const whole = draftOf({
    ...sample,
    to: [sample.to],
    format: 'html',
    attachments: [attachmentOf(picture, picture.name), attachmentOf(attachment, null)],
  })
  const bytes = new Map([picture, attachment].map((file) => [file.name, file.bytes]))
  return composeMail(whole, {
    openAttachment: (id) => streamOf(bytes.get(id) ?? Buffer.alloc(0)),
    now: new Date(),
    hostname: 'localhost',
    plainTwin: async () => sample.text,
  })
}

const attachmentOf = ({ name, type, bytes }: SampleFile, contentId: string | null): Attachment => ({
  id: name,
  name,
  type,
  size: bytes.length,
  contentId,
})

async function* streamOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function bytesOf(mail: ComposedMail): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of mail.open()) chunks.push(chunk)
  return Buffer.concat(chunks)
}
