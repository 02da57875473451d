// Every check there is, with the level it takes: what was not asked is told of as skipped, and why.
import { say } from '#shared/explain/words.ts'
import type { Finding } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import type { CheckHead } from './check.ts'
import { domainChecks, sessionChecks } from './checks/index.ts'
import { recordChecks } from './checks/records/index.ts'
import { togetherCatalogue } from './checks/together.ts'
import { skippedFinding } from './finding.ts'
import { probes } from './probes/index.ts'

export type Level = 0 | 1 | 2 | 3

type Entry = { readonly check: CheckHead; readonly level: Level }

export const catalogue: readonly Entry[] = [
  ...domainChecks.map((check) => ({ check, level: 0 as const })),
  ...recordChecks.map((check) => ({ check, level: 0 as const })),
  ...sessionChecks.map((check) => ({ check, level: 1 as const })),
  ...probes.flatMap(({ checks, level }) =>
    // A session tells the rest of them too, only less well.
    checks.filter(({ id }) => !sessionChecks.some((check) => check.id === id)).map((check) => ({ check, level })),
  ),
  // What DNS tells already is told at level 0.
  ...togetherCatalogue.filter(({ check }) => !recordChecks.some(({ id }) => id === check.id)),
]

export type Asked = {
  readonly target: string
  readonly level: Level
  readonly isStopped: boolean
  readonly wanted: (id: string) => boolean
}

/** One for each wanted check that has no finding. */
export function skippedFindings(findings: readonly Finding[], { target, level, isStopped, wanted }: Asked): Finding[] {
  const found = new Set(findings.map(({ id }) => id))
  return catalogue
    .filter(({ check }) => wanted(check.id) && !found.has(check.id))
    .map((entry) => skippedFinding(entry.check, target, reasonOf(entry, level, isStopped)))
}

function reasonOf({ level: needed }: Entry, level: Level, isStopped: boolean): Words {
  if (needed > level) return levelWords[needed]
  return isStopped ? stopped : doesNotArise
}

const stopped = say('The diagnosis ended before this was asked.', 'El diagnóstico terminó antes de preguntarlo.')
const doesNotArise = say('The question does not arise here.', 'Aquí no se plantea la pregunta.')
const levelWords: Record<Level, Words> = {
  0: doesNotArise,
  1: say('Not asked: only DNS was wanted.', 'Sin preguntar: solo se quería DNS.'),
  2: say('Not asked: it takes many connections (level 2).', 'Sin preguntar: requiere muchas conexiones (nivel 2).'),
  3: say(
    'Not asked: only for a server of your own (level 3).',
    'Sin preguntar: solo para un servidor propio (nivel 3).',
  ),
}
