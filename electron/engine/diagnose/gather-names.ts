// The names of an address in reverse DNS, and whether each leads back to it.
import { type LookUpTools, lookUp, plainName, reverseName } from '../dns/index.ts'
import { addressesOrNone, asked } from './asked.ts'
import { eachInTurn } from './each-in-turn.ts'
import type { Asked, ReverseName } from './surroundings.ts'

/** More names than any mail server has; the rest is not followed. */
const mostNames = 4

export async function gatherNames(address: string, tools: LookUpTools): Promise<Asked<readonly ReverseName[]>> {
  const answer = await asked(() => lookUp(reverseName(address), 'PTR', tools))
  if ('failure' in answer) return answer
  const names = answer.value.records.flatMap((record) => (record.type === 'PTR' ? [plainName(record.target)] : []))
  const value = await eachInTurn(names.slice(0, mostNames), tools.signal, async (name) => ({
    name,
    addresses: await addressesOrNone(name, tools),
  }))
  return { value }
}
