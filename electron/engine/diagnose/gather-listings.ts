// Asks the block lists that the person chose for addresses (RFC 5782). A list that fails its test says nothing of anybody.
import { type LookUpTools, lookUp, turnedRound } from '../dns/index.ts'
import { SmtpError } from '../smtp-error.ts'
import { eachInTurn } from './each-in-turn.ts'
import type { Listing } from './surroundings.ts'

/** RFC 5782 §5: every list has this address on it, so that one sees that it works. */
const testEntry = '127.0.0.2'
/** Beyond a few, lists only repeat each other. */
export const mostLists = 10

export async function gatherListings(
  addresses: readonly string[],
  lists: readonly string[],
  tools: LookUpTools,
): Promise<ReadonlyMap<string, readonly Listing[]>> {
  if (addresses.length === 0 || lists.length === 0) return new Map()
  const tested = await eachInTurn(lists.slice(0, mostLists), tools.signal, async (list) => ({
    list,
    state: stateOfTest(await codesOf(testEntry, list, tools)),
  }))
  const found = await eachInTurn(addresses, tools.signal, async (address) => {
    const own = await eachInTurn(tested, tools.signal, ({ list, state }) => listingOf(address, list, state, tools))
    return [address, own] as const
  })
  return new Map(found)
}

async function listingOf(address: string, list: string, state: Listing['state'], tools: LookUpTools): Promise<Listing> {
  if (state !== 'listed') return { list, state, codes: [] }
  const codes = await codesOf(address, list, tools)
  if (codes === null) return { list, state: 'broken', codes: [] }
  if (codes.some(isRefusal)) return { list, state: 'refused', codes }
  return { list, state: codes.length > 0 ? 'listed' : 'clear', codes }
}

function stateOfTest(codes: readonly string[] | null): Listing['state'] {
  if (codes === null || codes.length === 0) return 'broken'
  return codes.some(isRefusal) ? 'refused' : 'listed'
}

/** Null where nobody could tell. RFC 5782 §2.1: an address within 127/8 means listed; anything else is a mistake. */
async function codesOf(address: string, list: string, tools: LookUpTools): Promise<readonly string[] | null> {
  try {
    const { records } = await lookUp(`${turnedRound(address)}.${list}`, 'A', tools)
    const codes = records.flatMap((record) => (record.type === 'A' ? [record.address] : []))
    return codes.every((code) => code.startsWith('127.')) ? codes : null
  } catch (error) {
    if (error instanceof SmtpError) return null
    throw error
  }
}

/** Spamhaus and others answer public resolvers, and those who ask too much, from this range. */
const isRefusal = (code: string): boolean => code.startsWith('127.255.255.')
