import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import type { Profile } from '#shared/values/profile.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { issue } from '../../fakes/certificates.ts'
import { startHeloise, type TestHeloise } from '../../fakes/heloise.ts'

let heloise: TestHeloise
beforeAll(async () => {
  heloise = await startHeloise()
})
afterAll(() => heloise.close())

const profile: Profile = {
  id: '',
  name: 'Work',
  sender: { name: 'Ana', address: 'ana@example.org' },
  route: 'relay',
  host: 'smtp.example.org',
  port: 587,
  security: 'starttls',
  login: { user: 'ana', mechanism: 'automatic', allowPlaintext: false },
  certificate: { pin: null, authorities: null, name: null },
  tls: { client: null, minVersion: null, maxVersion: null, ciphers: null },
  connection: usualConnection,
  policies: noPolicies,
  wire: defaultWire,
  ehloName: null,
  isLoopback: false,
}

describe('profiles', () => {
  it('are saved, changed and removed with their secret, which no answer shows', async () => {
    const { api, vault } = heloise
    const saved = await api.profiles.save({ profile, secret: 's3cret' })
    expect(saved).toMatchObject({ ...profile, id: saved.id, hasSecret: true })
    expect(await vault.get(saved.id)).toBe('s3cret')

    const { hasSecret: _, lastCheck: __, ...unchanged } = saved
    const renamed = await api.profiles.save({ profile: { ...unchanged, name: 'Home' } })
    expect(renamed).toMatchObject({ name: 'Home', hasSecret: true })
    expect(await api.profiles.save({ profile: unchanged, secret: null })).toMatchObject({ hasSecret: false })

    await api.profiles.save({ profile: unchanged, secret: 'again' })
    await api.profiles.remove({ id: saved.id })
    expect(await vault.get(saved.id)).toBeNull()
    await expect(api.profiles.remove({ id: saved.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { id: saved.id },
    })
  })

  it('keep the key of a client certificate in the vault, and no answer shows it', async () => {
    const { api, vault } = heloise
    const own = await issue({ name: 'ana' })
    const clientKey = { kind: 'pem', pem: own.key, passphrase: null } as const
    const tls = { ...profile.tls, client: own.certificate }
    const saved = await api.profiles.save({ profile: { ...profile, tls }, clientKey })
    const id = `${saved.id} client key`
    expect([saved.tls.client, JSON.parse((await vault.get(id)) ?? '')]).toEqual([own.certificate, clientKey])
    expect(JSON.stringify([saved, await api.profiles.list()])).not.toContain('PRIVATE KEY')

    const { hasSecret: _, lastCheck: __, ...unchanged } = saved
    expect((await api.profiles.save({ profile: { ...unchanged, name: 'Home' } })).tls.client).toBe(own.certificate)
    expect(await vault.get(id)).not.toBeNull()
    expect((await api.profiles.save({ profile: unchanged, clientKey: null })).tls.client).toBeNull()
    expect(await vault.get(id)).toBeNull()
  })

  it('keep the password of a proxy beside that of the login, and forget it with the proxy', async () => {
    const { api, vault } = heloise
    const proxy = { kind: 'socks5', host: 'proxy.example', port: 1080, user: 'ana' } as const
    const connection = { proxy, localAddress: null }
    const saved = await api.profiles.save({
      profile: { ...profile, connection },
      secret: 's3cret',
      proxySecret: 'pr0xy',
    })
    expect([saved.connection, saved.hasSecret, saved.hasProxySecret]).toEqual([connection, true, true])
    expect(JSON.stringify(await api.profiles.list())).not.toMatch(/s3cret|pr0xy/)

    const renamed = await api.profiles.save({ profile: { ...saved, name: 'Home' } })
    expect([renamed.hasProxySecret, await vault.get(`${saved.id} proxy`)]).toEqual([true, 'pr0xy'])
    const straight = await api.profiles.save({ profile: { ...saved, connection: usualConnection } })
    expect([straight.hasSecret, straight.hasProxySecret]).toEqual([true, false])
    expect(await vault.get(`${saved.id} proxy`)).toBeNull()
  })

  it.each([
    ['proxyHost', { proxy: { kind: 'http', host: 'a b', port: 8080, user: null }, localAddress: null }],
    ['proxyUser', { proxy: { kind: 'http', host: 'p.example', port: 8080, user: 'a\0b' }, localAddress: null }],
    ['localAddress', { proxy: null, localAddress: 'eth0' }],
  ] as const)('refuse a way that nobody can go: %s', async (field, connection) => {
    await expect(heloise.api.profiles.save({ profile: { ...profile, connection } })).rejects.toMatchObject({
      data: { kind: 'profile-invalid', facts: { field } },
    })
  })

  it('may be for a UNIX socket of this computer', async () => {
    const host = 'unix:/run/dovecot/lmtp'
    expect(await heloise.api.profiles.save({ profile: { ...profile, host } })).toMatchObject({ host })
  })

  it('offer the addresses of this computer, those of networks first', async () => {
    const addresses = await heloise.api.profiles.localAddresses()
    expect(addresses).toContain('127.0.0.1')
    expect(addresses.filter((address) => address.startsWith('fe80:'))).toEqual([])
  })

  it('refuse a client certificate with the key of another', async () => {
    const [own, other] = [await issue({ name: 'ana' }), await issue({ name: 'luis' })]
    const clientKey = { kind: 'pem', pem: other.key, passphrase: null } as const
    const tls = { ...profile.tls, client: own.certificate }
    await expect(heloise.api.profiles.save({ profile: { ...profile, tls }, clientKey })).rejects.toMatchObject({
      data: { kind: 'profile-invalid', facts: { reason: 'key and certificate do not belong together' } },
    })
  })

  it.each<[Partial<Profile>, object]>([
    [{ host: 'not a host' }, { kind: 'host-invalid', facts: { host: 'not a host', field: 'host' } }],
    [{ host: 'x.example\r\nRCPT' }, { kind: 'host-invalid' }],
    [{ host: 'unix:lmtp' }, { kind: 'host-invalid' }],
    [
      { certificate: { pin: null, authorities: null, name: 'unix:/run/lmtp' } },
      { kind: 'host-invalid', facts: { field: 'certificate name' } },
    ],
    [
      { sender: { name: '', address: 'ana@' } },
      { kind: 'address-invalid', facts: { address: 'ana@', field: 'sender' } },
    ],
    [{ sender: { name: 'A\nB', address: 'a@example.org' } }, { kind: 'header-invalid' }],
    [{ ehloName: 'a b' }, { kind: 'profile-invalid', facts: { field: 'EHLO name' } }],
    [
      { login: { user: '', mechanism: 'automatic', allowPlaintext: false } },
      { kind: 'profile-invalid', facts: { field: 'user' } },
    ],
    [
      { certificate: { pin: 'ab', authorities: null, name: null } },
      { kind: 'profile-invalid', facts: { field: 'pin' } },
    ],
    [
      { certificate: { pin: null, authorities: 'none', name: null } },
      { kind: 'profile-invalid', facts: { field: 'authorities' } },
    ],
    [{ tls: { ...profile.tls, client: 'none' } }, { kind: 'profile-invalid', facts: { field: 'client certificate' } }],
    [
      { wire: { ...defaultWire, dsn: { ...defaultWire.dsn, notify: ['NEVER', 'DELAY'] } } },
      { kind: 'wire-option-invalid', facts: { field: 'NOTIFY' } },
    ],
    [{ tls: { ...profile.tls, ciphers: 'A B' } }, { kind: 'profile-invalid', facts: { field: 'ciphers' } }],
  ])('are refused for %o', async (change, failure) => {
    await expect(heloise.api.profiles.save({ profile: { ...profile, ...change } })).rejects.toMatchObject({
      code: 'PROBLEM',
      defined: true,
      data: { stage: 'input', ...failure },
    })
  })

  it.each(['192.0.2.1', '2001:db8::1', '[2001:db8::1]', 'localhost', 'smtp.españa.example'])(
    'may have %s as host',
    async (host) => {
      expect((await heloise.api.profiles.save({ profile: { ...profile, host } })).host).toBe(host)
    },
  )

  it('of the loopback server keeps following it', async () => {
    const { api } = heloise
    const [loopback] = await api.profiles.list()
    if (loopback === undefined) throw new Error('There is no loopback profile')
    const { hasSecret: _, lastCheck: __, ...before } = loopback
    const after = await api.profiles.save({
      profile: { ...before, name: 'Mine', host: 'evil.example', isLoopback: false },
    })
    expect(after).toMatchObject({ name: 'Mine', host: '127.0.0.1', isLoopback: true })
  })
})

describe('drafts', () => {
  it('begin as a mailto link says, and stay until they are removed', async () => {
    const { api } = heloise
    const { draft } = await api.drafts.create({
      profileId: null,
      mailto: 'mailto:a@example.com?subject=Hi&body=<b>%0D%0Atwo',
    })
    expect(draft).toMatchObject({
      to: ['a@example.com'],
      from: 'Heloise <you@loopback.test>',
      subject: 'Hi',
      html: '<p>&lt;b&gt;<br>two</p>',
    })
    await api.drafts.save({ ...draft, subject: 'Hello' })
    heloise = await heloise.reopen()
    expect((await heloise.api.drafts.get({ id: draft.id })).draft.subject).toBe('Hello')
    await heloise.api.drafts.remove({ id: draft.id })
    await expect(heloise.api.drafts.get({ id: draft.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('show the source they become', async () => {
    const { api } = heloise
    const { draft } = await api.drafts.create({ profileId: null, mailto: 'mailto:a@example.com?subject=Hi&body=ñ' })
    const { source, isTruncated, size, envelope } = await api.drafts.source(draft)
    expect(source).toMatch(/^From: Heloise <you@loopback\.test>\r\nTo: a@example\.com\r\nSubject: Hi\r\n/)
    expect({ isTruncated, size, envelope }).toEqual({
      isTruncated: false,
      size: Buffer.byteLength(source),
      envelope: { from: 'you@loopback.test', to: ['a@example.com'] },
    })
    expect((await api.drafts.eml(draft)).size).toBe(size)
    await expect(api.drafts.source({ ...draft, to: [] })).rejects.toMatchObject({
      code: 'PROBLEM',
      data: { kind: 'no-recipients' },
    })
  })
})

describe('attachments', () => {
  it('come in pieces, in order, and are read back byte for byte', async () => {
    const { api } = heloise
    const { draft } = await api.drafts.create({ profileId: null, mailto: 'mailto:a@example.com' })
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256))
    const attachment = await api.attachments.begin({
      draftId: draft.id,
      name: 'C:\\Users\\ana\\..\\plan\r\n.pdf',
      type: 'application/PDF; name=x',
      size: bytes.length,
      isInline: false,
    })
    expect(attachment).toMatchObject({ name: 'plan.pdf', type: 'application/pdf', contentId: null })
    const { id } = attachment
    const pieces = [0, 100_000, 200_000].map((at) => new Blob([bytes.subarray(at, at + 100_000)]))
    const missing = { ...draft, attachments: [attachment] }
    await expect(api.drafts.source(missing)).rejects.toMatchObject({
      data: { kind: 'attachment-missing', facts: { file: 'plan.pdf' } },
    })

    const received = await Promise.all(pieces.map((piece) => api.attachments.append({ id, bytes: piece })))
    expect(received).toEqual([{ received: 100_000 }, { received: 200_000 }, { received: 300_000 }])
    await expect(api.attachments.append({ id, bytes: new Blob(['x']) })).rejects.toMatchObject({ code: 'PROBLEM' })

    const read = Buffer.from(await (await api.attachments.read({ id })).arrayBuffer())
    expect(sha256(read)).toBe(sha256(bytes))
    expect((await api.drafts.source(missing)).size).toBeGreaterThan(400_000)

    const files = () => readdirSync(join(heloise.dataFolder, 'attachments'))
    expect(files()).toEqual([id])
    await api.drafts.remove({ id: draft.id })
    expect(files()).toEqual([])
  })

  it('may be empty, and belong to a draft', async () => {
    const { api } = heloise
    const { draft } = await api.drafts.create({ profileId: null, mailto: 'mailto:a@example.com' })
    const file = { draftId: draft.id, name: 'empty', type: '', size: 0, isInline: true }
    const attachment = await api.attachments.begin(file)
    expect(attachment).toMatchObject({ type: 'application/octet-stream', contentId: `${attachment.id}@heloise` })
    expect((await api.attachments.read(attachment)).size).toBe(0)
    await expect(api.attachments.begin({ ...file, draftId: 'gone' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('settings', () => {
  it('change one by one, and every window hears of it', async () => {
    const { api } = heloise
    const abort = new AbortController()
    const changes = await api.app.changes(undefined, { signal: abort.signal })
    const heard = changes.next()
    expect(await api.settings.set({ theme: 'dark' })).toMatchObject({ theme: 'dark', language: 'system' })
    expect(await heard).toEqual({ done: false, value: 'settings' })
    const silent = changes.next()
    abort.abort()
    await silent.catch(() => {})
    expect(await api.settings.get()).toMatchObject({ theme: 'dark' })
  })
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
