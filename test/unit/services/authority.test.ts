import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { localCertificates } from '../../../electron/services/authority.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heloise-authority-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('is made once and kept, its keys readable by their owner alone', async () => {
  const made = await localCertificates(folder)
  expect(await localCertificates(folder)).toEqual(made)
  const modes = ['authority.key', 'server.key'].map((name) => statSync(join(folder, name)).mode & 0o777)
  expect(modes).toEqual([0o600, 0o600])
})

it('issues a new certificate when the kept one is not its own', async () => {
  const { authority } = await localCertificates(folder)
  rmSync(join(folder, 'authority.key'))
  const renewed = await localCertificates(folder)
  expect(renewed.authority.sha256).not.toBe(authority.sha256)
  const signer = new X509Certificate(renewed.authority.certificate)
  expect(new X509Certificate(renewed.identity.certificate).verify(signer.publicKey)).toBe(true)
})

it('makes anew what cannot be read', async () => {
  const { authority } = await localCertificates(folder)
  writeFileSync(join(folder, 'server.pem'), 'not a certificate')
  expect((await localCertificates(folder)).authority).toEqual(authority)
})
