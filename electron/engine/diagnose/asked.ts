// A question to DNS, answered or not: what stood in the way is an answer of another kind.
import type { LookUpTools } from '../dns/index.ts'
import { failureOf, SmtpError } from '../smtp-error.ts'
import type { Asked } from './surroundings.ts'

export async function asked<Value>(ask: () => Promise<Value>): Promise<Asked<Value>> {
  try {
    return { value: await ask() }
  } catch (error) {
    if (!(error instanceof SmtpError)) throw error
    return { failure: failureOf(error, 'dns') }
  }
}

/** A name that does not exist has no address, which is an answer. */
export async function addressesOrNone(
  name: string,
  { resolver, signal }: LookUpTools,
): Promise<Asked<readonly string[]>> {
  const found = await asked(() => resolver.addresses(name, signal))
  if ('value' in found) return { value: found.value.map(({ address }) => address) }
  return found.failure.kind === 'host-not-found' ? { value: [] } : found
}
