// XCLIENT in the conversation: after it the server begins anew, with a greeting, for whom we say we are.
import type { Capability } from '#shared/values/capability.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import type { Connection } from '../net/index.ts'
import { exchange } from './exchange.ts'
import { attributesRefusal, xclientCommand } from './extensions/xclient.ts'
import { inWords } from './reply-class.ts'

/** Whether it was said: EHLO is due again then. */
export async function sayXclient(
  connection: Connection,
  { wire, capabilities }: { readonly wire: WireOptions; readonly capabilities: readonly Capability[] },
  seconds: number,
): Promise<boolean> {
  const command = xclientCommand({ wire })
  if (command === null) return false
  const { host } = connection.peer
  connection.enter('ehlo')
  const refusal = attributesRefusal('XCLIENT', wire.xclient, { wire, capabilities, host })
  if (refusal !== null) throw connection.failure(refusal.kind, refusal.message, { facts: refusal.facts })
  const reply = await exchange(connection, command, seconds)
  if (reply.code === 220) return true
  throw connection.failure('command-refused', `${host} refuses XCLIENT: ${inWords(reply)}.`, {
    reply,
    facts: { command: 'XCLIENT' },
  })
}
