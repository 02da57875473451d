// The CAA records that hold for a host: its own, or those of the nearest name above it (RFC 8659 §3).
import type { RecordOf } from '../../dns/index.ts'
import type { Answered } from './answered.ts'
import type { Asker } from './asker.ts'

export type CaaSeen = {
  readonly host: string
  readonly answers: readonly Answered[]
  readonly records: readonly RecordOf<'CAA'>[]
}

/** Labels that are climbed; names of hosts have fewer. */
const mostSteps = 5

export async function findCaa(host: string, { ask }: Asker): Promise<CaaSeen> {
  const labels = host.split('.')
  const names = labels.map((_, index) => labels.slice(index).join('.')).slice(0, mostSteps)
  const answers = await Promise.all(names.map((name) => ask(name, 'CAA')))
  const first = answers.find(({ records, failure }) => records.length > 0 || failure !== null)
  const records = (first?.records ?? []).filter((record): record is RecordOf<'CAA'> => record.type === 'CAA')
  return { host, answers: first === undefined ? answers : [first], records }
}

/** Authorities that may issue; an empty list where the records forbid all, null where they name none. */
export function issuersOf({ records }: CaaSeen): string[] | null {
  const issues = records.filter(({ tag }) => tag.toLowerCase() === 'issue')
  if (issues.length === 0) return null
  return issues.map(({ value }) => value.split(';')[0]?.trim() ?? '').filter((issuer) => issuer !== '')
}
