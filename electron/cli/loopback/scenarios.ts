// The names of the scenarios, apart from their schema: help and usage errors need no more.
import type { Scenario } from '#shared/values/loopback.ts'

const named: Record<Scenario, true> = {
  none: true,
  'refuse-ehlo': true,
  'no-starttls': true,
  'starttls-refused': true,
  'refuse-login': true,
  greylist: true,
  busy: true,
  'drop-after-dot': true,
  'refuse-content': true,
  slow: true,
}
export const scenarios: readonly string[] = Object.keys(named)
export const isScenario = (name: string): name is Scenario => Object.hasOwn(named, name)
