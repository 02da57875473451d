// TLS-D1: the attacks with a name that the server is open to, derived from what the scan found: each stands beside what proves it.
import { say } from '#shared/explain/words.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { SuiteFlag } from '#shared/values/tls-scan-terms.ts'
import { fail, info, pass } from '../check.ts'
import { isOffered, offeredVersions, scanCheck, type TakenSuite, takenSuites } from './scan-check.ts'

type Attack = {
  readonly name: string
  /** Slight ones take much luck, or are answered by clients. */
  readonly isSlight?: true
  /** What proves it; null where nothing does. */
  proof(scan: TlsScan, taken: readonly TakenSuite[]): string | null
}

const attacks: readonly Attack[] = [
  { name: 'DROWN', proof: (scan) => (isOffered(scan, 'SSLv2') ? 'SSLv2' : null) },
  {
    name: 'POODLE',
    proof: (_, taken) => suiteIn(taken, ({ version, suite }) => version === 'SSLv3' && has(suite, 'cbc')),
  },
  {
    name: 'FREAK',
    proof: (_, taken) => suiteIn(taken, ({ suite }) => has(suite, 'export') && suite.keyExchange === 'RSA'),
  },
  {
    name: 'Logjam',
    proof: (scan, taken) => {
      const small = scan.dh.find(({ bits }) => bits <= 1024)
      if (small !== undefined) return `DH ${small.bits}`
      return suiteIn(taken, ({ suite }) => has(suite, 'export') && suite.keyExchange === 'DHE')
    },
  },
  { name: 'SWEET32', proof: (_, taken) => suiteIn(taken, ({ suite }) => has(suite, '3des', 'des', 'idea', 'rc2')) },
  { name: 'RC4', proof: (_, taken) => suiteIn(taken, ({ suite }) => has(suite, 'rc4')) },
  {
    name: 'CRIME',
    proof: ({ traits }) =>
      traits.find(({ trait, outcome }) => trait === 'compression' && outcome === 'yes')?.answer ?? null,
  },
  {
    name: 'BEAST',
    isSlight: true,
    proof: (_, taken) =>
      suiteIn(taken, ({ version, suite }) => (version === 'SSLv3' || version === 'TLSv1') && has(suite, 'cbc')),
  },
  { name: 'Lucky 13', isSlight: true, proof: (_, taken) => suiteIn(taken, ({ suite }) => has(suite, 'cbc')) },
]

export const knownAttacks = scanCheck({
  id: 'TLS-D1',
  name: say('Attacks with a name', 'Ataques con nombre'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 7457 §2',
  judge(scan, { at }) {
    if (offeredVersions(scan).length === 0) return null
    const taken = takenSuites(scan)
    const found = attacks.flatMap(({ proof, ...attack }) => {
      const shown = proof(scan, taken)
      return shown === null ? [] : [{ ...attack, shown }]
    })
    const evidence = at(...scan.classes.filter(({ outcome }) => outcome === 'yes').map(({ entry }) => entry))
    const list = (some: typeof found) => some.map(({ name, shown }) => `${name} (${shown})`).join(', ')
    const grave = found.filter(({ isSlight }) => isSlight !== true)
    if (grave.length > 0) {
      return fail(
        say(
          `What it accepts makes these possible: ${list(grave)}.`,
          `Lo que acepta los hace posibles: ${list(grave)}.`,
        ),
        say('Exclude what stands in brackets.', 'Excluir lo que está entre paréntesis.'),
        evidence,
      )
    }
    if (found.length > 0) {
      return info(
        say(
          `Only slight ones, which clients of today withstand: ${list(found)}.`,
          `Solo leves, que los clientes actuales resisten: ${list(found)}.`,
        ),
        null,
        evidence,
      )
    }
    if (!scan.isComplete) return 'unclear'
    return pass(say('What was found opens the door to none.', 'Lo encontrado no abre la puerta a ninguno.'), evidence)
  },
})

const has = ({ flags }: TakenSuite['suite'], ...wanted: readonly SuiteFlag[]) =>
  flags.some((flag) => wanted.includes(flag))

function suiteIn(taken: readonly TakenSuite[], isProof: (one: TakenSuite) => boolean): string | null {
  const found = taken.find(isProof)
  return found === undefined ? null : `${found.suite.name}, ${found.version}`
}
