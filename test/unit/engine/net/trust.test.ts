// What is said of a chain that nobody known vouches for: as much as is certain, and no more.
import { X509Certificate } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { findFaults } from '../../../../electron/engine/net/trust.ts'
import { type Issued, issue } from '../../../fakes/certificates.ts'

async function makeCertificates() {
  const issuerAt = 'http://ca.example/issuer.crt'
  const root = await issue({ name: 'root', isAuthority: true })
  const middle = await issue({ name: 'middle', isAuthority: true, issuer: root, issuerAt })
  const bareMiddle = await issue({ name: 'middle', isAuthority: true, issuer: root })
  const [leaf, privateLeaf, underBare] = await Promise.all([
    issue({ name: 'leaf', issuer: middle, issuerAt }),
    issue({ name: 'private', issuer: root }),
    issue({ name: 'leaf', issuer: bareMiddle, issuerAt }),
  ])
  return { root, middle, bareMiddle, leaf, privateLeaf, underBare }
}

let all: Awaited<ReturnType<typeof makeCertificates>>
beforeAll(async () => {
  all = await makeCertificates()
})

const cut = (issuer: string) => `The certificate of the issuer “CN=${issuer}” was not sent and is not known here.`
const open = (issuer: string) => `The issuer “CN=${issuer}” is not known here, and its certificate was not sent.`

const rows: readonly (readonly [what: string, chain: readonly (keyof typeof all)[], said: string, position: number])[] =
  [
    ['a leaf that says where its issuer is lacks that one', ['leaf'], cut('middle'), 0],
    ['so does a link that says it', ['leaf', 'middle'], cut('root'), 1],
    ['a leaf of a private root, which need not be sent, lacks nothing for certain', ['privateLeaf'], open('root'), 0],
    ['nor does a link of one', ['underBare', 'bareMiddle'], open('root'), 1],
    [
      'a root that was sent is an authority that is not trusted',
      ['privateLeaf', 'root'],
      'The authority “CN=root” is not trusted by this computer.',
      1,
    ],
  ]

test.each(rows)('%s', (_what, chain, message, position) => {
  const sent = chain.map((name) => certificate(all[name]))
  expect(findFaults(sent, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', { extra: [], now: new Date() })).toEqual([
    { kind: 'certificate-untrusted', message, position },
  ])
})

const certificate = ({ certificate: pem }: Issued): X509Certificate => new X509Certificate(pem)
