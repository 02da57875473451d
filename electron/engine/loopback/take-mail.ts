// The mail after DATA: streamed to the one who stores it; the 250 comes when it is kept safe and not before.
import type { Reply } from '#shared/values/reply.ts'
import type { State } from './acts.ts'
import { createAnyEndUndotter } from './any-end.ts'
import { receiveContent } from './arrival.ts'
import { replies, reply } from './replies.ts'
import type { Session } from './session.ts'
import { createUndotter } from './undot.ts'

/** The reply to the final dot, or `drop` when the scenario wants none. */
export async function takeMail(session: Session, state: State): Promise<Reply | 'drop'> {
  const { wire, tap, host, world } = session
  const { atDot, mailEnds } = world.behaviour
  const undot = mailEnds === 'any' ? createAnyEndUndotter() : createUndotter()
  const arrival = receiveContent(wire, tap, { limits: host.limits, undot, heard: host.tools.heard })
  const id = atDot === 'keep' ? await storeMail(session, state, arrival.content) : null
  await arrival.finish()
  if (arrival.isTooLarge()) return replies.tooLarge // RFC 1870 §6.3
  if (atDot === 'drop')
    tap.event('close', 'The scenario drops the connection after the final dot: the mail was not kept.')
  if (atDot !== 'keep') return atDot
  return id === null ? replies.notKept : reply(250, '2.0.0', `kept as ${id}`)
}

/** The id of the mail, or null when it was not stored. */
export async function storeMail(
  { host, tap, transcriptId }: Pick<Session, 'host' | 'tap' | 'transcriptId'>,
  state: State,
  content: AsyncIterable<Uint8Array>,
): Promise<string | null> {
  const { envelope, isTls, user } = state
  try {
    const { id } = await host.tools.receive({
      envelopeFrom: envelope.from,
      envelopeTo: envelope.to,
      isTls,
      user,
      transcriptId,
      content,
    })
    return id
  } catch (error) {
    tap.event('warning', `The mail was not stored: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}
