// What probes cost at most: connections, and seconds in which nothing is done on purpose.
import type { Cost } from '#shared/values/diagnosis.ts'
import type { Observed } from './observed.ts'
import type { Probe, ProbeWish } from './probe.ts'

type Due = { readonly observed: Observed; readonly probe: Probe }

export const costOf = (due: readonly Due[], wish: ProbeWish): Cost => ({
  connections: due.reduce((sum, { observed, probe }) => sum + probe.connections(observed, wish), 0),
  waitSeconds: due.reduce((sum, { probe }) => sum + (probe.waits?.(wish) ?? 0), 0),
})
