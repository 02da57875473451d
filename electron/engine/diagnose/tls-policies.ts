// What others ask of the TLS of a server, as data: which versions and suites they find good, and which not.
import type { Suite } from '#shared/values/tls-scan.ts'
import type { ScanVersion, TlsPolicyName } from '#shared/values/tls-scan-terms.ts'

/** Best first; only NCSC-NL has the two in the middle. */
export const policyLevels = ['good', 'sufficient', 'phase-out', 'insufficient'] as const
export type PolicyLevel = (typeof policyLevels)[number]

export type TlsPolicy = {
  readonly versions: Partial<Readonly<Record<ScanVersion, PolicyLevel>>>
  /** The first that fits IANA's name of a suite; what none fits is insufficient, and so is every version that is not named. */
  readonly suites: readonly (readonly [name: RegExp, level: PolicyLevel])[]
}

const hasSecrecy = '(ECDHE_(RSA|ECDSA|PSK)|DHE_(RSA|DSS|PSK))_WITH'
const modes = '((AES|CAMELLIA|ARIA)_(128|256)_(GCM|CCM|CCM_8|CBC)(_SHA\\d*)?|SEED_CBC_SHA|CHACHA20_POLY1305_SHA256)'
const sealed = '(AES_128_GCM_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256)'

export const tlsPolicies: Readonly<Record<TlsPolicyName, TlsPolicy>> = {
  'bcp-195': {
    // RFC 9325 §3.1.1
    versions: { 'TLSv1.3': 'good', 'TLSv1.2': 'good' },
    // RFC 9325 §4.1: encryption of 128 bits or more, and no key exchange by a fixed key.
    suites: [
      [/^TLS_(AES_(128|256)_(GCM|CCM|CCM_8)|CHACHA20_POLY1305)_SHA\d+$/, 'good'],
      [new RegExp(`^TLS_${hasSecrecy}_${modes}$`), 'good'],
    ],
  },
  // https://ssl-config.mozilla.org/guidelines/5.7.json
  'mozilla-intermediate': {
    versions: { 'TLSv1.3': 'good', 'TLSv1.2': 'good' },
    suites: [[new RegExp(`^TLS_((ECDHE_(RSA|ECDSA)|DHE_RSA)_WITH_)?${sealed}$`), 'good']],
  },
  // ICT-beveiligingsrichtlijnen voor TLS 2025-05, §3.3.1 and appendix B
  'ncsc-nl-2025': {
    versions: { 'TLSv1.3': 'good', 'TLSv1.2': 'sufficient' },
    suites: [
      [/^TLS_(AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256)$/, 'good'],
      [/^TLS_AES_128_(GCM|CCM)_SHA256$/, 'sufficient'],
      [/^TLS_ECDHE_(RSA|ECDSA)_WITH_(AES_(128|256)_(GCM_SHA\d+|CCM)|CHACHA20_POLY1305_SHA256)$/, 'sufficient'],
      [/^TLS_(ECDHE_(RSA|ECDSA)|DHE_RSA)_WITH_(AES|CAMELLIA|ARIA)_(128|256)_(GCM|CBC)_SHA(256|384)$/, 'phase-out'],
      [/^TLS_DHE_RSA_WITH_(AES_(128|256)_CCM|CHACHA20_POLY1305_SHA256)$/, 'phase-out'],
    ],
  },
}

export const levelOfVersion = ({ versions }: TlsPolicy, version: ScanVersion): PolicyLevel =>
  versions[version] ?? 'insufficient'

export const levelOfSuite = ({ suites }: TlsPolicy, { name }: Suite): PolicyLevel =>
  suites.find(([pattern]) => pattern.test(name))?.[1] ?? 'insufficient'
