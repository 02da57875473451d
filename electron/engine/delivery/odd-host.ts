// MX hosts that are not what an MX host must be, told in the log; the mail goes there nevertheless.
import { ipFamily } from '#shared/address/index.ts'
import { askableName } from '../dns/index.ts'
import type { AttemptTools } from './attempt.ts'

/** Milliseconds: worth a question, not a wait. */
const patience = 2_000

export async function tellOddHost(host: string, { tap, resolver, signal }: AttemptTools): Promise<void> {
  if (ipFamily(host) !== null) {
    tap.event('warning', `The MX record names the address ${host}, where only a name may stand (RFC 5321 §5.1).`)
    return
  }
  const name = askableName(host)
  if (name === null) return
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  // Whoever cannot be asked for this will be missed when it comes to addresses.
  const answer = await resolver.ask({ name, type: 'CNAME' }, limit).catch(() => null)
  const alias = answer?.aliases.at(-1)
  // RFC 2181 §10.3
  if (alias !== undefined)
    tap.event('warning', `${host} is an alias of ${alias}, which an MX host must not be (RFC 5321 §5.1).`)
}
