// The words of a TLS scan: what it asks for, and what it can find. Without zod: the engine reads them.

/** Oldest first. */
export const scanVersions = ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
export type ScanVersion = (typeof scanVersions)[number]

/** How much is asked: each holds the one before. */
export const scanProfiles = ['quick', 'standard', 'full'] as const
export type ScanProfile = (typeof scanProfiles)[number]

/** What a server is held against. */
export const tlsPolicyNames = ['bcp-195', 'mozilla-intermediate', 'ncsc-nl-2025'] as const
export type TlsPolicyName = (typeof tlsPolicyNames)[number]
/** As their makers call them. */
export const policyTitles: Readonly<Record<TlsPolicyName, string>> = {
  'bcp-195': 'BCP 195 (RFC 9325)',
  'mozilla-intermediate': 'Mozilla intermediate 5.7',
  'ncsc-nl-2025': 'NCSC-NL 2025-05',
}

export const scanSteps = [
  'versions',
  'classes',
  'suites',
  'groups',
  'signatures',
  'certificates',
  'behaviour',
  'completed',
] as const
export type ScanStep = (typeof scanSteps)[number]

/** What is noteworthy about a cipher suite. `pfs`: forward secrecy. `shared-secret`: PSK, SRP or Kerberos. */
export const suiteFlags = [
  'null',
  'anonymous',
  'export',
  'des',
  'rc2',
  'rc4',
  'md5',
  'idea',
  '3des',
  'gost89',
  'shared-secret',
  'cbc',
  'aead',
  'pfs',
] as const
export type SuiteFlag = (typeof suiteFlags)[number]

/** Best first. */
export const suiteStrengths = ['strong', 'fair', 'weak', 'broken'] as const
export type SuiteStrength = (typeof suiteStrengths)[number]

/** Kinds of suites that are asked for as one. */
export const suiteClasses = [
  'null',
  'anonymous',
  'export',
  'des-rc2-idea',
  'rc4',
  '3des',
  'static-rsa',
  'pfs-cbc',
  'pfs-aead',
] as const
export type SuiteClass = (typeof suiteClasses)[number]

/** `classic`: elliptic curves. `finite`: ffdhe. `hybrid`: a curve with ML-KEM or Kyber. `post-quantum`: ML-KEM alone. */
export const groupKinds = ['classic', 'finite', 'hybrid', 'post-quantum'] as const

/** How a certificate was asked for: by suites or signature algorithms that only such a key can serve, or by a name. */
export const certificateWishes = ['any', 'rsa', 'ecdsa', 'no-name', 'other-name', 'tls1.3-rsa', 'tls1.3-ecdsa'] as const
export type CertificateWish = (typeof certificateWishes)[number]

/**
 * What a server does beside choosing suites. `tolerates-…`: whether it goes on when a hello has this.
 * `foreign-ticket`: takes a ticket under another name than its own (RFC 6066 §3).
 * `fallback-scsv`: refuses a version below its best (RFC 7507). `downgrade-sentinel`: marks such a choice (RFC 8446 §4.1.3).
 */
export const scanTraits = [
  'secure-renegotiation',
  'extended-master-secret',
  'encrypt-then-mac',
  'session-id',
  'session-ticket',
  'compression',
  'heartbeat',
  'client-certificate',
  'fallback-scsv',
  'downgrade-sentinel',
  'early-data',
  'foreign-ticket',
  'tolerates-unknown-extension',
  'tolerates-grease',
  'tolerates-newer-version',
  'tolerates-large-hello',
  'tolerates-split-segments',
  'tolerates-split-records',
] as const
export type ScanTrait = (typeof scanTraits)[number]

/** `yes`: offered, done or tolerated. `unclear`: asked, and no answer told. */
export const scanOutcomes = ['yes', 'no', 'unclear'] as const
export type ScanOutcome = (typeof scanOutcomes)[number]

/** Whose order of preference counts; `unclear` where one choice or none was left. */
export const preferenceOrders = ['server', 'client', 'unclear'] as const
export type PreferenceOrder = (typeof preferenceOrders)[number]
