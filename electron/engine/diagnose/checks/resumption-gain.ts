// PERF-17: what taking a session up again saves, beside a whole handshake in the same version.
import { say } from '#shared/explain/words.ts'
import { info, pass } from '../check.ts'
import { scanCheck } from './scan-check.ts'

export const resumptionGain = scanCheck({
  id: 'PERF-17',
  name: say('Taking a session up again saves time', 'Retomar una sesión ahorra tiempo'),
  severity: 'info',
  reference: 'RFC 8446 §2.2',
  least: 'full',
  judge({ completed }) {
    const times = completed?.times ?? null
    if (times === null) return null
    const [whole, resumed] = [times.wholeMs, times.resumedMs].map((ms) => Math.round(ms * 10) / 10)
    const summary = say(
      `A whole handshake took ${whole} ms, one that took a session up again ${resumed} ms.`,
      `Una negociación completa tardó ${whole} ms; una que retomó la sesión, ${resumed} ms.`,
    )
    return times.resumedMs < times.wholeMs ? pass(summary) : info(summary, null)
  },
})
