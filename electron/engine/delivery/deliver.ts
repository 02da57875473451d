// Delivers a mail: to a profile's relay, or to the MX hosts of each recipient's domain. Never throws for trouble with
// peers or networks: the receipt tells it.
import { placeName } from '#shared/address/index.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import { checkWire } from '../smtp/index.ts'
import { failureOf } from '../smtp-error.ts'
import { attempt } from './attempt.ts'
import { checkAccessible, checkEnvelope } from './check-order.ts'
import { deliverByMx } from './deliver-by-mx.ts'
import type { DeliveryOrder, DeliveryTools } from './order.ts'
import { failedPart, type Part, partOf } from './part.ts'
import { toReceipt } from './receipt.ts'
import { type Recorded, recorded } from './recorded.ts'
import { bareHost, planOptions, relayPlan } from './session-plan.ts'
import { createStageClock } from './stage-clock.ts'

export type Delivery = Recorded & { readonly order: DeliveryOrder }

/** Resolves when every server has been left; `tools.onReceipt` hears of the receipt before that. */
export async function deliver(order: DeliveryOrder, tools: DeliveryTools): Promise<Receipt> {
  const { mail } = order
  const clock = createStageClock((stage) => tools.onStage?.(stage))
  const delivery: Delivery = { order, tools, clock, transcripts: [], leaving: [] }
  const parts = await deliverParts(delivery)
  const receipt = toReceipt({
    parts,
    order: mail.envelope.to,
    messageId: mail.messageId,
    timings: clock.timings(),
    bytes: mail.size,
    transcripts: delivery.transcripts,
  })
  tools.onReceipt?.(receipt)
  await Promise.all(delivery.leaving)
  return receipt
}

async function deliverParts(delivery: Delivery): Promise<Part[]> {
  const { access, mail } = delivery.order
  try {
    checkEnvelope(mail.envelope)
    checkAccessible(access)
    if (delivery.order.wire !== undefined) checkWire(delivery.order.wire)
    return access.route === 'mx' ? await deliverByMx(delivery) : [await deliverToRelay(delivery)]
  } catch (error) {
    return [failedPart(mail.envelope.to, failureOf(error, 'input'))]
  }
}

async function deliverToRelay(delivery: Delivery): Promise<Part> {
  const { access, mail, stopAfter } = delivery.order
  const plan = relayPlan(access, planOptions(delivery.order, stopAfter))
  const target = { host: bareHost(access.host), port: access.port, plan }
  const result = await recorded(placeName(target), delivery, (tools) => attempt(target, mail, tools))
  return partOf(result, mail.envelope.to, stopAfter ?? 'mail')
}
