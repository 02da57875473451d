import { expect, test } from 'vitest'
import { domainChecks } from '../../../../electron/engine/diagnose/checks/index.ts'
import { findingOf } from '../../../../electron/engine/diagnose/finding.ts'
import { domainCases } from './cases/domain.ts'

test.each(domainCases)('%s when %s', (id, _when, observed, outcome) => {
  const check = domainChecks.find((one) => one.id === id)
  if (check === undefined) throw new Error(`There is no ${id}.`)
  const finding = findingOf(check, observed, { endpoint: observed.domain, session: null, role: 'mx' })
  expect(finding && `${finding.result}/${finding.severity}`).toBe(outcome)
})
