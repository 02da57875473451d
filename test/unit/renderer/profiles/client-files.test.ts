import { expect, test } from 'vitest'
import { clientFilesIn } from '../../../../renderer/profiles/client-files.ts'

const certificate = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
const issuer = '-----BEGIN CERTIFICATE-----\nBBBB\n-----END CERTIFICATE-----\n'
const key = '-----BEGIN EC PRIVATE KEY-----\nCCCC\n-----END EC PRIVATE KEY-----\n'
const pem = { kind: 'pem', pem: key, passphrase: null }

test.each<[string, (string | number[])[], object]>([
  ['a certificate and its key in two files', [key, certificate], { certificate, key: pem }],
  [
    'a chain and its key in one file',
    [`Bag\n${key}${certificate}${issuer}`],
    { certificate: certificate + issuer, key: pem },
  ],
  ['a certificate alone', [certificate], { certificate, key: null }],
  ['PKCS#12', [[0x30, 0x82, 0xff]], { certificate: null, key: { kind: 'pkcs12', base64: 'MIL/', passphrase: null } }],
  ['something else', ['hello', []], { certificate: null, key: null }],
])('%s is read', async (_, files, found) => {
  const blobs = files.map((content) => new Blob([typeof content === 'string' ? content : new Uint8Array(content)]))
  expect(await clientFilesIn(blobs)).toEqual(found)
})
