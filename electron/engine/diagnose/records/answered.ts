// What DNS said to one question, as the checks of records see it: an answer, or why there is none.
import type { Failure } from '#shared/values/failure.ts'
import type { DnsRecord, RecordOf, RecordType } from '../../dns/index.ts'

export type Answered = {
  readonly name: string
  readonly type: RecordType
  /** Of the type that was asked for, at the end of the chain of aliases. */
  readonly records: readonly DnsRecord[]
  readonly signatures: readonly RecordOf<'RRSIG'>[]
  /** Where CNAME records lead from the name. */
  readonly aliases: readonly string[]
  /** False where there is no such name at all (NXDOMAIN). */
  readonly exists: boolean
  /** AD from a resolver that is believed. */
  readonly isAuthentic: boolean
  /** AD from anybody. */
  readonly hasAdBit: boolean
  /** Why nobody could tell: then nothing follows from the absence of records. */
  readonly failure: Failure | null
}

/** Every TXT record, its strings put together (RFC 7208 §3.3, RFC 6376 §3.6.2.2). */
export const textsOf = ({ records }: Answered): string[] =>
  records.flatMap((record) => (record.type === 'TXT' ? [record.text] : []))

export const addressesOf = (answers: readonly Answered[]): string[] =>
  answers.flatMap(({ records }) =>
    records.flatMap((record) => (record.type === 'A' || record.type === 'AAAA' ? [record.address] : [])),
  )
