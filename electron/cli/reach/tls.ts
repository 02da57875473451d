// Our side of TLS as the options of `heloise send` choose it: versions, ciphers, and a certificate with its key.
import { readFile } from 'node:fs/promises'
import type { ClientKey, TlsChoice } from '#shared/values/tls-choice.ts'
import { tlsVersions } from '#shared/values/tls-versions.ts'
import { choice, fileText, singleLine } from '../arguments.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import type { CliWords } from '../words/index.ts'
import type { ReachArguments } from './arguments.ts'

export async function tlsOf(options: ReachArguments, base: TlsChoice, words: CliWords): Promise<TlsChoice> {
  const { cert, key, tlsMin, tlsMax, ciphers } = options
  if (cert === undefined && key !== undefined) throw new UsageError(words.keyWithoutCert)
  return {
    client: cert === undefined ? base.client : certificatesIn(await fileOf('--cert', cert, words)),
    minVersion: tlsMin === undefined ? base.minVersion : versionOf('--tls-min', tlsMin, words),
    maxVersion: tlsMax === undefined ? base.maxVersion : versionOf('--tls-max', tlsMax, words),
    ciphers: ciphers === undefined ? base.ciphers : singleLine('--ciphers', ciphers, words),
  }
}

/** The key of --cert, from --key or from the same file; null without --cert. */
export async function clientKeyOf({ cert, key }: ReachArguments, terminal: Terminal): Promise<ClientKey | null> {
  const { words } = terminal
  if (cert === undefined) return null
  const certificate = await fileOf('--cert', cert, words)
  if (!isPem(certificate)) {
    if (key !== undefined) throw new UsageError(words.valueInvalid('--cert', cert, words.wanted.clientCertificate))
    return { kind: 'pkcs12', base64: certificate.toString('base64'), passphrase: await passphraseOf(cert, terminal) }
  }
  const pem = key === undefined ? certificate.toString('utf8') : await fileText('--key', key, words)
  if (!/PRIVATE KEY-----/.test(pem))
    throw new UsageError(words.valueInvalid('--key', key ?? cert, words.wanted.privateKey))
  const isLocked = /ENCRYPTED/.test(pem)
  return { kind: 'pem', pem, passphrase: isLocked ? await passphraseOf(key ?? cert, terminal) : null }
}

/** `1.2` and `TLSv1.2` alike. */
function versionOf(option: string, text: string, words: CliWords) {
  return choice(option, /^\d/.test(text) ? `TLSv${text.replace(/^1\.0$/, '1')}` : text, tlsVersions, words)
}

const isPem = (file: Buffer): boolean => file.includes('-----BEGIN')

/** The certificates alone: a key in the same file stays out of what a profile or an error may show. Null for PKCS#12. */
function certificatesIn(file: Buffer): string | null {
  if (!isPem(file)) return null
  const blocks = file.toString('utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  return `${blocks.join('\n')}\n`
}

async function fileOf(option: string, file: string, words: CliWords): Promise<Buffer> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(words.fileUnreadable(option, file, error.code ?? error.message))
  })
}

/** From HELOISE_KEY_PASSPHRASE or the terminal; empty where there is neither, as many a PKCS#12 file has it. */
async function passphraseOf(file: string, { environment, words, signal }: Terminal): Promise<string> {
  const known = environment.HELOISE_KEY_PASSPHRASE
  if (known !== undefined) return known
  const { askSecret } = await import('../ask-secret.ts')
  return (await askSecret(words.passphrasePrompt(file), signal)) ?? ''
}
