// What s_server of OpenSSL is told, so that one check of certificates sees it.

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProgram } from '../mail-server/run-program.ts'
import { type Keys, type Server, startOpenssl } from '../tls/servers.ts'

const places = {
  stapling: async (keys: Keys) => ['-status_file', await makeStaple(keys, 'good')],
  revoked: async (keys: Keys) => ['-status_file', await makeStaple(keys, 'revoked')],
  byName: async ({ rsa }: Keys) => ['-servername', 'localhost', '-cert2', rsa.certificate, '-key2', rsa.key],
  early: async () => ['-early_data'],
  weakKey: async () => ['-cipher', 'DEFAULT:@SECLEVEL=0'],
} as const satisfies Readonly<Record<string, (keys: Keys) => Promise<readonly string[]>>>

export type OpensslPlace = keyof typeof places

export async function startOpensslPlace(name: OpensslPlace, keys: Keys): Promise<Server> {
  const own = name === 'weakKey' ? { ...keys, rsa: await makeWeak(keys) } : keys
  return startOpenssl(own, await places[name](own))
}

/** An OCSP answer (RFC 6960) for the RSA certificate, by itself. */
async function makeStaple({ directory, rsa }: Keys, status: 'good' | 'revoked'): Promise<string> {
  const file = (name: string) => join(directory, `${status}-${name}`)
  const serial = (await runProgram('openssl', ['x509', '-noout', '-serial', '-in', rsa.certificate])).trim().slice(7)
  const mark = status === 'good' ? ['V', '491231235959Z', ''] : ['R', '491231235959Z', '260101000000Z']
  await writeFile(file('index'), `${[...mark, serial, 'unknown', '/CN=localhost'].join('\t')}\n`)
  const certificate = ['-issuer', rsa.certificate, '-cert', rsa.certificate]
  await runProgram('openssl', ['ocsp', ...certificate, '-reqout', file('request')])
  const signer = ['-rsigner', rsa.certificate, '-rkey', rsa.key, '-CA', rsa.certificate, '-ndays', '7']
  const files = ['-index', file('index'), '-reqin', file('request'), '-respout', file('answer')]
  await runProgram('openssl', ['ocsp', ...signer, ...files])
  return file('answer')
}

/** RSA of 1024 bits, and an issuer that signs with SHA-1. */
async function makeWeak({ directory, rsa }: Keys): Promise<Keys['rsa']> {
  const [key, request, certificate] = ['key', 'csr', 'crt'].map((suffix) => join(directory, `weak.${suffix}`)) as [
    string,
    string,
    string,
  ]
  await runProgram('openssl', [
    'req',
    '-newkey',
    'rsa:1024',
    '-nodes',
    '-subj',
    '/CN=localhost',
    '-keyout',
    key,
    '-out',
    request,
  ])
  const issuer = ['-CA', rsa.certificate, '-CAkey', rsa.key, '-CAcreateserial']
  await runProgram('openssl', ['x509', '-req', '-sha1', '-days', '90', ...issuer, '-in', request, '-out', certificate])
  return { key, certificate }
}
