// What DNS says about the servers of a domain, one way each.
import type { DomainObserved } from '../../../../../electron/engine/diagnose/domain.ts'
import type { MxRoute } from '../../../../../electron/engine/dns/index.ts'
import { failureOf } from '../../../../fakes/observed.ts'

/** What is judged, and `result/severity`; null where the question does not arise. */
export type DomainCase = readonly [id: string, when: string, observed: DomainObserved, outcome: string | null]

const routed = (source: MxRoute['source']): DomainObserved => ({
  domain: 'example.com',
  route: { domain: 'example.com', source, hosts: [{ host: 'mx.example.com', preference: 10 }] },
  failure: null,
})
const failed = (kind: Parameters<typeof failureOf>[0]): DomainObserved => ({
  domain: 'example.com',
  route: null,
  failure: failureOf(kind, { stage: 'dns' }),
})

export const domainCases: readonly DomainCase[] = [
  ['MX-01', 'one is published', routed('mx'), 'pass/info'],
  ['MX-01', 'only an address is', routed('implicit'), 'warn/high'],
  ['MX-01', 'nothing is', failed('domain-has-no-server'), 'fail/high'],
  ['MX-01', 'the domain does not exist', failed('host-not-found'), 'fail/high'],
  ['MX-01', 'DNS does not answer', failed('dns-unavailable'), 'indeterminate/info'],
  ['MX-01', 'it wants no mail', failed('domain-takes-no-mail'), null],
  ['MX-02', 'it takes mail', routed('mx'), 'pass/info'],
  ['MX-02', 'it wants none', failed('domain-takes-no-mail'), 'info/info'],
  ['MX-02', 'DNS does not answer', failed('dns-unavailable'), null],
]
