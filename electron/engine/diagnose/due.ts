// What is to come, told before anything is connected to: the groups of checks in their order, and what they take at most.
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import { costAtMost, possibleProbes } from './budget.ts'
import type { Level } from './catalogue.ts'
import type { CheckHead } from './check.ts'
import { domainChecks, sessionChecks } from './checks/index.ts'
import { recordChecks } from './checks/records/index.ts'
import { togetherCatalogue } from './checks/together.ts'
import type { DiagnoseTarget } from './diagnose-order.ts'
import { groupOf } from './finding.ts'
import type { Plan } from './plan.ts'
import { groupsOfSender } from './sender-findings.ts'
import { wantedBy } from './work.ts'

export function dueOf(target: DiagnoseTarget, plan: Plan): DiagnoseEvent {
  const wanted = wantedBy(target)
  const ids = dueChecks(target, plan).map(({ id }) => id)
  return { kind: 'due', groups: [...new Set(ids.filter(wanted).map(groupOf))], ...costAtMost(target, plan) }
}

function dueChecks(target: DiagnoseTarget, plan: Plan): CheckHead[] {
  const { level = 1 } = target
  const hasPlaces = plan.endpoints.length > 0
  return [
    ...namesChecks(target, plan),
    ...(hasPlaces && level > 0 ? sessionChecks : []),
    ...possibleProbes(target, plan).flatMap(({ probe }) => probe.checks),
    ...(hasPlaces ? togetherChecks(level, plan) : []),
  ]
}

/** Some compare places with what a domain says of them. */
const togetherChecks = (level: Level, { domain }: Plan): CheckHead[] =>
  togetherCatalogue
    .filter((entry) => entry.level <= level)
    .map(({ check }) => check)
    .filter(({ id }) => domain !== null || !ofDomains.includes(groupOf(id)))

const ofDomains = ['MX', 'STS', 'CAA']

/** Of the domain that is meant, else of the one that the mail comes from. */
function namesChecks(target: DiagnoseTarget, { domain }: Plan): readonly CheckHead[] {
  if (domain !== null) return [...domainChecks, ...recordChecks]
  const groups = groupsOfSender(target)
  return recordChecks.filter(({ id }) => groups.includes(groupOf(id)))
}
