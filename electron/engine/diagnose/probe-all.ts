// Runs the probes that are wanted at the places that are open, and tells beforehand what that takes at most.
import type { Capability } from '#shared/values/capability.ts'
import { costOf } from './cost.ts'
import { endpointName, type Observed } from './observed.ts'
import type { Plan } from './plan.ts'
import { orderFor, probeWishOf, wantedProbes } from './probes/wanted.ts'
import { probingAt, step } from './steps.ts'
import { lookTools, tellFindings, type Work } from './work.ts'

/** One place after the other, and one probe after the other. */
export async function probeAll(work: Work, plan: Plan, open: readonly Observed[]): Promise<void> {
  const { target, tools, report, gate, tell } = work
  const { credentials = null, tlsPolicy = 'bcp-195' } = target
  const order = orderFor(target, work.wanted)
  const due = open.flatMap((observed) => wantedProbes(observed, order).map((probe) => ({ observed, probe })))
  if (due.length === 0) return
  const wish = probeWishOf(target, work.wanted)
  const cost = costOf(due, wish)
  tell({ kind: 'plan', endpoints: open.map(({ endpoint }) => endpointName(endpoint)), ...cost })
  report.isDeclined = tools.confirm !== undefined && !(await tools.confirm(cost))
  if (report.isDeclined) return
  gate.allow(cost.connections)
  for (const [index, { observed, probe }] of due.entries()) {
    if (tools.signal.aborted) return
    const tellStep = (share: number, doing = probe.doing) =>
      tell(step(probingAt(doing, observed.endpoint), index + share, due.length))
    tellStep(0)
    const before = gate.opened
    const findings = await probe.run(observed, {
      ...lookTools(work),
      gate,
      domain: plan.domain?.domain ?? null,
      credentials,
      sink: tools.sink ?? null,
      sinkSeconds: tools.sinkSeconds ?? null,
      idleSeconds: tools.idleSeconds ?? null,
      secondTrySeconds: tools.secondTrySeconds ?? null,
      ...wish,
      tlsPolicy,
      onLogin: (offered) => tellLogin(work, endpointName(observed.endpoint), offered),
      onScan(scan) {
        report.scans.push(scan)
        tell({ kind: 'scan', scan })
      },
      tell: (done, total, doing) => tellStep(done / Math.max(total, 1), doing),
    })
    report.connections += gate.opened - before
    tellFindings(work, findings)
  }
}

/** What is known of the place already, and this beside it. */
function tellLogin({ report, tell }: Work, place: string, offered: readonly Capability[]): void {
  const index = report.offers.findIndex(({ endpoint }) => endpoint === place)
  const known = report.offers[index]
  if (known === undefined) return
  const offers = { ...known, afterLogin: [...offered] }
  report.offers[index] = offers
  tell({ kind: 'offers', offers })
}
