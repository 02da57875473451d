// Puts questions to DNS for a diagnosis: several at once, none twice, and an answer that does not come is a value too.
import { ipFamily } from '#shared/address/index.ts'
import {
  askableName,
  type LookUpTools,
  lookUp,
  plainName,
  type RecordOf,
  type RecordType,
  type Resolver,
} from '../../dns/index.ts'
import { failureOf, smtpError } from '../../smtp-error.ts'
import { type Answered, addressesOf } from './answered.ts'

export type Asker = {
  /** Throws `stopped` alone. */
  ask(name: string, type: RecordType): Promise<Answered>
  /** Every question so far, with its answer. */
  answers(): readonly Answered[]
}

/** Questions that wait for an answer at a time: enough to be quick, few enough for a resolver at home. */
const lanes = 8

export function createAsker(tools: LookUpTools): Asker {
  const begun = new Map<string, Promise<Answered>>()
  const answered: Answered[] = []
  const inLane = createLanes(lanes)
  const askOnce = async (name: string, type: RecordType): Promise<Answered> => {
    const answer = await inLane(() => put(name, type, tools))
    answered.push(answer)
    return answer
  }
  return {
    ask(typed, type) {
      const name = plainName(askableName(typed) ?? typed)
      const key = `${name} ${type}`
      const question = begun.get(key) ?? askOnce(name, type)
      begun.set(key, question)
      // Stop ends all of them, also those whose asker has gone by then.
      question.catch(() => {})
      return question
    },
    answers: () => answered,
  }
}

async function put(name: string, type: RecordType, tools: LookUpTools): Promise<Answered> {
  try {
    const { records, answers, aliases, rcode, isAuthentic, hasAdBit } = await lookUp(name, type, tools)
    const signatures = answers.filter((record): record is RecordOf<'RRSIG'> => record.type === 'RRSIG')
    return {
      name,
      type,
      records,
      signatures,
      aliases,
      exists: rcode !== 'NXDOMAIN',
      isAuthentic,
      hasAdBit,
      failure: null,
    }
  } catch (error) {
    const failure = failureOf(error, 'dns')
    if (failure.kind === 'stopped') throw error
    return { ...nothing, name, type, failure }
  }
}

/** A and AAAA by the asker: what was asked for already is not asked for again. */
export const addressesBy =
  ({ ask }: Asker): Resolver['addresses'] =>
  async (host) => {
    const answers = await Promise.all([ask(host, 'A'), ask(host, 'AAAA')])
    const found = addressesOf(answers)
    if (found.length > 0) return found.map((address) => ({ address, family: ipFamily(address) === 6 ? 6 : 4 }))
    const facts = { host, domain: host }
    throw smtpError('host-not-found', 'dns', `There is no host named ${host}.`, { facts })
  }

const nothing = { records: [], signatures: [], aliases: [], exists: false, isAuthentic: false, hasAdBit: false }

function createLanes(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let busy = 0
  return async (work) => {
    if (busy >= count) await new Promise<void>((resolve) => waiting.push(resolve))
    else busy += 1
    try {
      return await work()
    } finally {
      // The lane is handed on, or left.
      const next = waiting.shift()
      if (next === undefined) busy -= 1
      else next()
    }
  }
}
