// Logins tied to TLS: channel bindings, client certificates, and our own choice of versions and ciphers.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { type Access, checkAccess } from '../../../../electron/engine/delivery/index.ts'
import { shownCertificate } from '../../../../electron/engine/net/tls.ts'
import type { ClientKey, TlsChoice } from '../../../../shared/values/tls-choice.ts'
import { type Issued, issue } from '../../../fakes/certificates.ts'
import { deliveryTools, relayAccess } from '../../../fakes/order.ts'
import { type SaslTlsPeer, saslTlsPeer } from '../../../fakes/sasl-tls-peer.ts'

const password = 's3cret-s3cret'
const usual: TlsChoice = { client: null, minVersion: null, maxVersion: null, ciphers: null }
let authority: Issued
let identity: Issued
let own: Issued
beforeAll(async () => {
  authority = await issue({ name: 'authority', isAuthority: true })
  identity = await issue({ name: 'mx', names: ['127.0.0.1'], issuer: authority })
  own = await issue({ name: 'ana', issuer: authority, usage: '1.3.6.1.5.5.7.3.2' })
})

async function logIn(peer: SaslTlsPeer, wish: Partial<Access> = {}) {
  const tools = deliveryTools()
  const access = relayAccess(peer.port, {
    security: 'tls',
    login: { user: 'ana', mechanism: 'automatic', allowPlaintext: false },
    secret: password,
    certificate: { pin: null, authorities: authority.certificate, name: null },
    ...wish,
  })
  const { auth, failure, server } = await checkAccess(access, tools, { replyTimeout: 5 })
  expect(JSON.stringify([failure, tools.sessions])).not.toMatch(/s3cret|PRIVATE KEY/)
  return { mechanism: auth?.mechanism ?? null, failure, version: server?.tls?.version, cipher: server?.tls?.cipher }
}

const plus = 'PLAIN SCRAM-SHA-256 SCRAM-SHA-256-PLUS'
const both = ['tls-exporter', 'tls-server-end-point']

test.each([
  ['the exporter inside TLS 1.3', plus, both, usual, ['p=tls-exporter,,']],
  ['the certificate inside TLS 1.2', plus, both, { ...usual, maxVersion: 'TLSv1.2' }, ['p=tls-server-end-point,,']],
  ['what the server knows', plus, ['tls-server-end-point'], usual, ['p=tls-exporter,,', 'p=tls-server-end-point,,']],
  ['nothing, in the end', plus, [], usual, ['p=tls-exporter,,', 'p=tls-server-end-point,,', 'n,,']],
  ['nothing, and says so', 'SCRAM-SHA-256', both, usual, ['y,,']],
] as const)('SCRAM binds to %s', async (_, mechanisms, knows, tls, headers) => {
  await using peer = await saslTlsPeer(identity, { mechanisms, password, knows })
  const { mechanism } = await logIn(peer, { tls })
  expect([peer.headers, mechanism]).toEqual([
    headers,
    headers.at(-1)?.startsWith('p') ? 'SCRAM-SHA-256-PLUS' : 'SCRAM-SHA-256',
  ])
})

it('a server that sees another channel gets no password in any other way', async () => {
  const another = await issue({ name: 'mx', names: ['127.0.0.1'], issuer: authority })
  const options = {
    mechanisms: plus,
    password,
    knows: ['tls-server-end-point'],
    cert: another.certificate,
    key: another.key,
  }
  await using peer = await saslTlsPeer(identity, options)
  const { mechanism, failure } = await logIn(peer)
  expect([mechanism, failure?.kind, failure?.facts.reason]).toEqual([
    null,
    'login-server-unproven',
    'the TLS connection that the server sees is not ours: somebody may stand between, or something ends TLS before the server',
  ])
})

describe('a client certificate', () => {
  const asking = () => {
    const client = { requestCert: true, rejectUnauthorized: false, ca: authority.certificate }
    return { mechanisms: 'PLAIN EXTERNAL', password, ...client }
  }
  const pem = (key = own.key): ClientKey => ({ kind: 'pem', pem: key, passphrase: null })

  it('is shown, and EXTERNAL comes first then', async () => {
    await using peer = await saslTlsPeer(identity, asking())
    const { mechanism } = await logIn(peer, {
      tls: { ...usual, client: own.certificate },
      clientKey: pem(),
      secret: '',
    })
    expect([mechanism, peer.clients]).toEqual(['EXTERNAL', ['CN=ana']])
  })

  it('is not shown where there is none', async () => {
    await using peer = await saslTlsPeer(identity, asking())
    const login = { user: '', mechanism: 'EXTERNAL', allowPlaintext: false } as const
    const { failure } = await logIn(peer, { login, secret: null })
    expect([failure?.kind, peer.clients]).toEqual(['login-refused', [null]])
  })

  it('may come out of PKCS#12, and a wrong passphrase is named', async () => {
    const base64 = pkcs12(own, 'geheim').toString('base64')
    const right: ClientKey = { kind: 'pkcs12', base64, passphrase: 'geheim' }
    await using peer = await saslTlsPeer(identity, asking())
    const { mechanism } = await logIn(peer, { clientKey: right })
    expect([mechanism, peer.clients]).toEqual(['EXTERNAL', ['CN=ana']])
    expect(shownCertificate({ certificate: null, key: right }).trim()).toBe(own.certificate.trim())
    const { failure } = await logIn(peer, { clientKey: { ...right, passphrase: 'another' } })
    expect([failure?.kind, failure?.facts]).toMatchObject([
      'profile-invalid',
      { field: 'client certificate', reason: 'the passphrase is wrong or missing' },
    ])
  })

  it('has its own key, and that one at hand', async () => {
    await using peer = await saslTlsPeer(identity, asking())
    const tls = { ...usual, client: own.certificate }
    const wrong = await logIn(peer, { tls, clientKey: pem(identity.key) })
    const missing = await logIn(peer, { tls, clientKey: null })
    expect([wrong, missing].map(({ failure }) => [failure?.kind, failure?.facts.reason])).toEqual([
      ['profile-invalid', 'key and certificate do not belong together'],
      ['profile-invalid', 'its key is not on this computer'],
    ])
  })
})

describe('our choice of TLS', () => {
  test.each<[Partial<TlsChoice>, string | undefined, string | undefined]>([
    [{}, 'TLSv1.3', undefined],
    [{ maxVersion: 'TLSv1.2' }, 'TLSv1.2', undefined],
    [{ maxVersion: 'TLSv1.1' }, 'TLSv1.1', undefined],
    [{ minVersion: 'TLSv1', maxVersion: 'TLSv1' }, 'TLSv1', undefined],
    [
      { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' },
      'TLSv1.2',
      'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
    ],
  ])('of %o gives %s', async (choice, version, cipher) => {
    const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const
    await using peer = await saslTlsPeer(identity, { mechanisms: 'PLAIN SCRAM-SHA-256', password, ...old })
    const tls = { ...usual, ...choice }
    const got = await logIn(peer, { tls })
    expect([got.failure, got.version]).toEqual([null, version])
    if (cipher !== undefined) expect(got.cipher).toBe(cipher)
  })

  test.each<[Partial<TlsChoice>, object]>([
    [{ ciphers: 'NONSENSE' }, { kind: 'profile-invalid', facts: { field: 'ciphers' } }],
    [
      { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.2' },
      { kind: 'profile-invalid', facts: { field: 'TLS version' } },
    ],
  ])('of %o is refused', async (choice, failure) => {
    await using peer = await saslTlsPeer(identity, { mechanisms: 'PLAIN', password })
    expect((await logIn(peer, { tls: { ...usual, ...choice } })).failure).toMatchObject(failure)
  })

  it('ends with a server that has only what is too old', async () => {
    const options = { mechanisms: 'PLAIN', password, maxVersion: 'TLSv1.2' } as const
    await using peer = await saslTlsPeer(identity, options)
    expect((await logIn(peer, { tls: { ...usual, minVersion: 'TLSv1.3' } })).failure?.kind).toBe(
      'tls-version-unsupported',
    )
  })
})

function pkcs12({ key, certificate }: Issued, passphrase: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'pkcs12-'))
  try {
    const files = {
      key: join(folder, 'key.pem'),
      certificate: join(folder, 'certificate.pem'),
      out: join(folder, 'out.p12'),
    }
    writeFileSync(files.key, key)
    writeFileSync(files.certificate, certificate)
    const parameters = ['pkcs12', '-export', '-inkey', files.key, '-in', files.certificate, '-out', files.out]
    execFileSync('openssl', [...parameters, '-passout', `pass:${passphrase}`])
    return readFileSync(files.out)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
