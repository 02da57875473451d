// Every cipher suite with a number, as a value: read once out of the lists, found by number.
import type { Suite } from '#shared/values/tls-scan.ts'
import { describeSuite } from './describe-suite.ts'
import { anonymousSuites } from './suites/anonymous.ts'
import { ephemeralSuites } from './suites/ephemeral.ts'
import { exportSuites } from './suites/export.ts'
import { sharedSecretSuites } from './suites/shared-secret.ts'
import { staticKeySuites } from './suites/static-keys.ts'
import { tls13Suites } from './suites/tls13.ts'
import { unusualSuites } from './suites/unusual.ts'

/** Not suites: they say something else in a list of them (RFC 5746 §3.3, RFC 7507 §2). */
export const renegotiationScsv = 0x00ff
export const fallbackScsv = 0x5600

const readList = (list: string): Suite[] =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [digits = '', name = '', openssl = null] = line.split(' ')
      return describeSuite(Number.parseInt(digits, 16), name, openssl)
    })

export const suitesOf13: readonly Suite[] = readList(tls13Suites)

/** For all versions below TLS 1.3. */
export const suitesBefore13: readonly Suite[] = [
  ephemeralSuites,
  staticKeySuites,
  anonymousSuites,
  unusualSuites,
  exportSuites,
  sharedSecretSuites,
].flatMap(readList)

const byNumber: ReadonlyMap<number, Suite> = new Map(
  [...suitesOf13, ...suitesBefore13].map((suite) => [suite.id, suite]),
)

/** One that is in no list keeps its number as its name. */
export const suiteOf = (id: number): Suite => byNumber.get(id) ?? describeSuite(id, hex(id), null)

export const hex = (id: number): string => `0x${id.toString(16).padStart(4, '0')}`
