// Certificates wrong in each way, pins, authorities and names.
import { beforeAll, expect, it, test } from 'vitest'
import type { Access } from '../../../../electron/engine/delivery/index.ts'
import { checkAccess, fetchCertificate } from '../../../../electron/engine/delivery/index.ts'
import { createTap, straight } from '../../../../electron/engine/net/index.ts'
import { inspect } from '../../../../electron/engine/smtp/index.ts'
import { daysFromNow, type Issued, issue } from '../../../fakes/certificates.ts'
import { deliveryTools, relayAccess } from '../../../fakes/order.ts'
import { scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { tlsPeer } from '../../../fakes/tls-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const names = ['127.0.0.1', 'mx.example', '*.wild.example']
const clientAuthentication = '1.3.6.1.5.5.7.3.2'

async function makeCertificates() {
  const root = await issue({ name: 'root', isAuthority: true })
  const middle = await issue({ name: 'middle', isAuthority: true, issuer: root })
  const [good, direct, expired, early, otherName, misused, self, selfExpired] = await Promise.all([
    issue({ name: 'good', names, issuer: middle }),
    issue({ name: 'direct', names, issuer: root }),
    issue({ name: 'expired', names, issuer: middle, validFrom: daysFromNow(-9), validTo: daysFromNow(-3) }),
    issue({ name: 'early', names, issuer: middle, validFrom: daysFromNow(3) }),
    issue({ name: 'other', names: ['other.example'], issuer: middle }),
    issue({ name: 'misused', names, issuer: middle, usage: clientAuthentication }),
    issue({ name: 'self', names }),
    issue({ name: 'self', names: ['other.example'], validFrom: daysFromNow(-9), validTo: daysFromNow(-3) }),
  ])
  return { root, middle, good, direct, expired, early, otherName, misused, self, selfExpired }
}

let all: Awaited<ReturnType<typeof makeCertificates>>
beforeAll(async () => {
  all = await makeCertificates()
})

type Name = keyof typeof all
type Trusting = { chain: readonly Name[]; root?: boolean; name?: string; pin?: Name }

async function check({ chain, root = false, name, pin }: Trusting) {
  await using peer = await tlsPeer(chain.map((one) => all[one]))
  const certificate: Access['certificate'] = {
    pin: pin === undefined ? null : await fingerprint(all[pin]),
    authorities: root ? all.root.certificate : null,
    name: name ?? null,
  }
  const receipt = await checkAccess(relayAccess(peer.port, { security: 'tls', certificate }), deliveryTools(), {
    replyTimeout: 5,
  })
  return receipt.failure === null
    ? `ok ${receipt.server?.tls?.authorized}`
    : `${receipt.failure.kind} ${receipt.failure.stage}`
}

test.each<[Trusting, string]>([
  [{ chain: ['good', 'middle'], root: true }, 'ok true'],
  [{ chain: ['good', 'middle', 'root'], root: true }, 'ok true'],
  [{ chain: ['good', 'middle'], root: true, name: 'mx.example' }, 'ok true'],
  [{ chain: ['good', 'middle'], root: true, name: 'MX.Example' }, 'ok true'],
  [{ chain: ['good', 'middle'], root: true, name: 'one.wild.example' }, 'ok true'],
  [{ chain: ['good', 'middle'], root: true, name: 'two.one.wild.example' }, 'certificate-name-mismatch tls'],
  [{ chain: ['good', 'middle'], root: true, name: 'wild.example' }, 'certificate-name-mismatch tls'],
  [{ chain: ['good', 'middle'], root: true, name: 'good' }, 'certificate-name-mismatch tls'],
  [{ chain: ['otherName', 'middle'], root: true }, 'certificate-name-mismatch tls'],
  [{ chain: ['good', 'middle'] }, 'certificate-untrusted tls'],
  [{ chain: ['good', 'middle', 'root'] }, 'certificate-untrusted tls'],
  [{ chain: ['good'], root: true }, 'certificate-untrusted tls'],
  [{ chain: ['expired', 'middle'], root: true }, 'certificate-expired tls'],
  [{ chain: ['early', 'middle'], root: true }, 'certificate-not-yet-valid tls'],
  [{ chain: ['misused', 'middle'], root: true }, 'certificate-invalid tls'],
  [{ chain: ['self'] }, 'certificate-self-signed tls'],
  [{ chain: ['selfExpired'] }, 'certificate-self-signed tls'],
  [{ chain: ['selfExpired'], pin: 'selfExpired' }, 'ok true'],
  [{ chain: ['self'], pin: 'good' }, 'certificate-pin-mismatch tls'],
  [{ chain: ['good', 'middle'], root: true, pin: 'self' }, 'certificate-pin-mismatch tls'],
])('%j: %s', async (trusting, expected) => {
  expect(await check(trusting)).toBe(expected)
})

it('tells every fault of a certificate, not the first alone', async () => {
  await using peer = await tlsPeer([all.selfExpired])
  const inspection = await inspectPeer(peer.port)
  expect(inspection.failure).toBeNull()
  expect(inspection.facts.tls?.faults.map(({ kind }) => kind)).toEqual([
    'certificate-self-signed',
    'certificate-name-mismatch',
    'certificate-expired',
  ])
  expect(inspection.facts.tls?.authorized).toBe(false)
})

it('shows the whole chain and what is offered before and after STARTTLS to an inspection', async () => {
  const script = toScript([
    'S: 220 mx.example',
    'C: EHLO',
    'S: 250-mx.example',
    'S: 250 STARTTLS',
    'C: STARTTLS',
    'S: 220 Go',
    '* tls',
    'C: EHLO',
    'S: 250-mx.example',
    'S: 250 AUTH PLAIN',
    'C: QUIT',
    'S: 221 Bye',
  ])
  await using peer = await scriptedPeer(script, { identity: chainIdentity(all.good, all.middle) })
  const { facts, failure, addresses, stages } = await inspectPeer(peer.port, 'starttls')
  expect({ failure, addresses, before: facts.beforeTls, after: facts.capabilities }).toEqual({
    failure: null,
    addresses: [{ address: '127.0.0.1', family: 4 }],
    before: [{ keyword: 'STARTTLS', parameters: [] }],
    after: [{ keyword: 'AUTH', parameters: ['PLAIN'] }],
  })
  expect(facts.tls?.chain.map(({ subject, names, key }) => ({ subject, names, key }))).toEqual([
    { subject: 'CN=good', names, key: 'EC prime256v1' },
    { subject: 'CN=middle', names: [], key: 'EC prime256v1' },
  ])
  expect(stages.map(({ stage }) => stage)).toEqual(['dns', 'connect', 'greeting', 'ehlo', 'tls', 'ehlo', 'quit'])
})

it('fetches the certificate of a server that nobody vouches for, and without logging in', async () => {
  await using peer = await tlsPeer([all.selfExpired])
  const login = { user: 'ana', mechanism: 'automatic', allowPlaintext: true } as const
  const tools = deliveryTools()
  const certificate = await fetchCertificate(
    relayAccess(peer.port, { security: 'tls', login, secret: 's3cret' }),
    tools,
    { replyTimeout: 5 },
  )
  expect(certificate).toMatchObject({
    subject: 'CN=self',
    isSelfSigned: true,
    sha256: await fingerprint(all.selfExpired),
  })
  expect(JSON.stringify(tools.sessions)).not.toContain('AUTH PLAIN [')
})

test.each([
  ['none', 'ok'],
  ['secret', 'certificate-self-signed tls'],
])(
  'where plain text would do, a certificate that does not hold is reported; with a login to send (%s) it ends the session',
  async (login, expected) => {
    const script = ['S: 220 mx', 'C: EHLO', 'S: 250-mx', 'S: 250 STARTTLS', 'C: STARTTLS', 'S: 220 Go', '* tls']
    const rest = ['C: EHLO', 'S: 250 mx', 'C: QUIT', 'S: 221 Bye']
    await using peer = await scriptedPeer(toScript([...script, ...rest]), { identity: all.self })
    const secret = { login: { user: 'ana', mechanism: 'automatic', allowPlaintext: false }, secret: 's3cret' } as const
    const access = relayAccess(peer.port, { security: 'starttls-if-offered', ...(login === 'secret' ? secret : {}) })
    const { failure } = await checkAccess(access, deliveryTools(), { replyTimeout: 5 })
    expect(failure === null ? 'ok' : `${failure.kind} ${failure.stage}`).toBe(expected)
  },
)

async function inspectPeer(port: number, security: 'tls' | 'starttls' = 'tls') {
  const tools = deliveryTools()
  const target = {
    host: '127.0.0.1',
    port,
    security,
    ehloName: null,
    certificateName: null,
    pin: null,
    authorities: null,
    way: straight,
    replyTimeout: 5,
  }
  const tap = createTap(tools.recorder.begin('inspection'))
  return inspect(target, tools.resolver.addresses, { tap, signal: tools.signal, onStage: () => {} })
}

const chainIdentity = (...chain: Issued[]) => ({
  key: chain[0]?.key ?? '',
  certificate: chain.map(({ certificate }) => certificate).join('\n'),
})

async function fingerprint({ certificate }: Issued): Promise<string> {
  const der = Buffer.from(certificate.replace(/-----[^-]+-----/g, ''), 'base64')
  return Buffer.from(await crypto.subtle.digest('SHA-256', der)).toString('hex')
}
