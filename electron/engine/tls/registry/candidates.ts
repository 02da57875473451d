// Which suites can be asked for in which version, and in what portions: those that servers of today have come first.
import type { Suite } from '#shared/values/tls-scan.ts'
import { type SuiteClass, type SuiteFlag, suiteStrengths } from '#shared/values/tls-scan-terms.ts'
import type { HelloVersion } from '../hello.ts'
import { suitesBefore13, suitesOf13 } from './suites.ts'

/** Some servers break at more than 128 suites in a hello; with the renegotiation SCSV there is room for one more. */
const portion = 126

/** Every suite that a server could take in this version, best first; ChaCha20 last, since some put it first for whoever does. */
export function candidates(version: HelloVersion): readonly Suite[] {
  const known = kept.get(version)
  if (known !== undefined) return known
  const legal = version === 'TLSv1.3' ? suitesOf13 : suitesBefore13.filter((suite) => isLegal(suite, version))
  const sorted = legal.toSorted((one, other) => rank(one) - rank(other))
  kept.set(version, sorted)
  return sorted
}

const kept = new Map<HelloVersion, readonly Suite[]>()

/** Those that any common server has, in one portion; then all others. */
export function portions(suites: readonly Suite[]): Suite[][] {
  const common = suites.filter(isCommon)
  const rare = suites.filter((suite) => !isCommon(suite))
  return [...cut(common), ...cut(rare)]
}

function cut(suites: readonly Suite[]): Suite[][] {
  const count = Math.ceil(suites.length / portion)
  const size = Math.ceil(suites.length / Math.max(count, 1))
  return Array.from({ length: count }, (_, index) => suites.slice(index * size, (index + 1) * size))
}

const has = ({ flags }: Suite, ...wanted: readonly SuiteFlag[]): boolean => wanted.some((flag) => flags.includes(flag))

/** RFC 5246: AEAD and SHA-2 came with TLS 1.2, but for PSK (RFC 5487 §3); RFC 4346 took EXPORT away, RFC 5469 DES. */
function isLegal(suite: Suite, version: HelloVersion): boolean {
  if (has(suite, 'export')) return version === 'SSLv3' || version === 'TLSv1'
  if (has(suite, 'des')) return version !== 'TLSv1.2'
  if (version === 'TLSv1.2') return true
  const isNew = has(suite, 'aead') || /^SHA(256|384|512)$/.test(suite.hash)
  return !isNew || (suite.authentication === 'PSK' && has(suite, 'cbc', 'null'))
}

const isCommon = (suite: Suite): boolean =>
  commonExchanges.has(suite.keyExchange) &&
  commonKeys.has(suite.authentication) &&
  !has(suite, 'export', 'des', 'rc2', 'idea', 'shared-secret') &&
  !suite.name.endsWith('_OLD')

const commonExchanges: ReadonlySet<string> = new Set(['any', 'ECDHE', 'DHE', 'RSA'])
const commonKeys: ReadonlySet<string> = new Set(['any', 'RSA', 'ECDSA', 'none'])

function rank(suite: Suite): number {
  if (isChacha(suite)) return 1e6
  const strength = suiteStrengths.indexOf(suite.strength)
  const exchange = ['any', 'ECDHE', 'DHE'].indexOf(suite.keyExchange)
  return strength * 100 + (exchange === -1 ? 10 : exchange)
}

export const isChacha = ({ encryption }: Suite): boolean => encryption.startsWith('CHACHA20')

/** What each class asks for. */
export const isOfClass: Readonly<Record<SuiteClass, (suite: Suite) => boolean>> = {
  null: (suite) => has(suite, 'null'),
  anonymous: (suite) => has(suite, 'anonymous') && !has(suite, 'null', 'export'),
  export: (suite) => has(suite, 'export'),
  'des-rc2-idea': (suite) => has(suite, 'des', 'rc2', 'idea') && !has(suite, 'export'),
  rc4: (suite) => has(suite, 'rc4') && !has(suite, 'export'),
  '3des': (suite) => has(suite, '3des'),
  'static-rsa': (suite) =>
    suite.keyExchange === 'RSA' && suite.authentication === 'RSA' && (suite.strength === 'fair' || has(suite, 'aead')),
  'pfs-cbc': (suite) => has(suite, 'pfs') && has(suite, 'cbc') && suite.strength === 'fair',
  'pfs-aead': (suite) => suite.strength === 'strong',
}
