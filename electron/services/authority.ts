// The local certificate authority and the loopback server's certificate, in files that only their owner can read.

import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Authority, createAuthority, type Identity, isExpiring, issueIdentity } from '../engine/loopback/index.ts'

export type LocalCertificates = { readonly authority: Authority; readonly identity: Identity }

/** Made when they are not there or cannot be read, and kept; the server's is made anew before it expires. */
export async function localCertificates(folder: string): Promise<LocalCertificates> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const kept = await readAuthority(folder)
  const authority = kept ?? (await createAuthority())
  if (kept === null) await keep(folder, 'authority', authority)
  const identity = kept === null ? null : await read(folder, 'server')
  if (identity !== null && isIssuedBy(identity, authority) && !isExpiring(identity)) return { authority, identity }
  const renewed = await issueIdentity(authority)
  await keep(folder, 'server', renewed)
  return { authority, identity: renewed }
}

async function readAuthority(folder: string): Promise<Authority | null> {
  const identity = await read(folder, 'authority')
  if (identity === null || isExpiring(identity)) return null
  const sha256 = new X509Certificate(identity.certificate).fingerprint256.replaceAll(':', '').toLowerCase()
  return { ...identity, sha256 }
}

async function read(folder: string, name: string): Promise<Identity | null> {
  try {
    const [key, certificate] = await Promise.all([
      readFile(join(folder, `${name}.key`), 'utf8'),
      readFile(join(folder, `${name}.pem`), 'utf8'),
    ])
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key)) ? { key, certificate } : null
  } catch {
    return null
  }
}

async function keep(folder: string, name: string, { key, certificate }: Identity): Promise<void> {
  await write(join(folder, `${name}.key`), key, 0o600)
  await write(join(folder, `${name}.pem`), certificate, 0o644)
}

/** Whole or not at all. */
async function write(path: string, text: string, mode: number): Promise<void> {
  await writeFile(`${path}.new`, text, { mode })
  await rename(`${path}.new`, path)
}

function isIssuedBy(identity: Identity, authority: Authority): boolean {
  return new X509Certificate(identity.certificate).verify(new X509Certificate(authority.certificate).publicKey)
}
