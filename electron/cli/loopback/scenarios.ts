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
export const scenarios: readonly Scenario[] = Object.keys(named).filter((name): name is Scenario => name in named)
