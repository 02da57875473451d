// Whether a profile works: its session up to and with the login, then QUIT. Nothing is sent.
import { placeName } from '#shared/address/index.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import { checkWire } from '../smtp/index.ts'
import { failureOf } from '../smtp-error.ts'
import { attempt } from './attempt.ts'
import { checkAccessible } from './check-order.ts'
import type { Access, DeliveryTools, Manner } from './order.ts'
import { failedPart, type Part, partOf } from './part.ts'
import { toReceipt } from './receipt.ts'
import { type Recorded, recorded } from './recorded.ts'
import { bareHost, planOptions, relayPlan } from './session-plan.ts'
import { createStageClock } from './stage-clock.ts'

/**
 * The receipt has no recipients; `checked` when all went well. A profile that sends by MX has no server of its own, and
 * is `checked` without a session. Never throws for trouble with peers or networks.
 */
export async function checkAccess(access: Access, tools: DeliveryTools, manner: Manner): Promise<Receipt> {
  const clock = createStageClock((stage) => tools.onStage?.(stage))
  const work: Recorded = { tools, clock, transcripts: [], leaving: [] }
  const parts = access.route === 'mx' ? [] : [await reachLogin(access, work, manner)]
  const { transcripts } = work
  const receipt = toReceipt({ parts, order: [], messageId: null, timings: clock.timings(), bytes: 0, transcripts })
  tools.onReceipt?.(receipt)
  await Promise.all(work.leaving)
  return receipt
}

async function reachLogin(access: Access, work: Recorded, manner: Manner): Promise<Part> {
  try {
    checkAccessible(access)
    if (manner.wire !== undefined) checkWire(manner.wire)
  } catch (error) {
    return failedPart([], failureOf(error, 'input'))
  }
  const plan = relayPlan(access, planOptions(manner, 'auth'))
  const target = { host: bareHost(access.host), port: access.port, plan }
  const result = await recorded(placeName(target), work, (tools) => attempt(target, null, tools))
  return partOf(result, [], 'auth')
}
