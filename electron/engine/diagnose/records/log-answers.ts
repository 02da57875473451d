// The answers of DNS as a session of the log, so that findings about records can point at what they were judged by.

import type { Finding } from '#shared/values/report.ts'
import { createTap, type Recorder } from '../../net/index.ts'
import type { Answered } from './answered.ts'

export type AnswerLog = {
  readonly session: string
  /** The answers that a group of checks is judged by, the first of them. */
  evidenceFor(group: string): Finding['evidence']
}

/** A finding is read by a person. */
const mostEvidence = 12

export function logAnswers(domain: string, answers: readonly Answered[], recorder: Recorder): AnswerLog {
  const recording = recorder.begin(`DNS: ${domain}`)
  const tap = createTap(recording)
  tap.stage = 'dns'
  const entries = answers.map((answer) => ({ answer, entry: tap.event('dns', inWords(answer), factsOf(answer)).index }))
  recording.end('ok')
  const session = recording.id
  return {
    session,
    evidenceFor(group) {
      const isMeant = ofGroup[group] ?? (() => false)
      const meant = entries.filter(({ answer }) => isMeant(answer))
      return meant.slice(0, mostEvidence).map(({ entry }) => ({ session, entry }))
    },
  }
}

const isType =
  (...types: readonly Answered['type'][]) =>
  ({ type }: Answered) =>
    types.includes(type)

const ofGroup: Readonly<Record<string, (answer: Answered) => boolean>> = {
  DNS: ({ failure, type }) => failure !== null || type === 'SOA',
  MX: isType('MX', 'NS'),
  SPF: ({ name, type }) => (type === 'TXT' || type === 'TYPE99') && !/(^|\.)_(?!spf)/.test(name),
  DKI: ({ name, records }) => name.includes('_domainkey') && records.length > 0,
  DMA: ({ name }) => /(^|\.)_dmarc\./.test(name),
  STS: ({ name }) => name.startsWith('_mta-sts.'),
  TRP: ({ name }) => name.startsWith('_smtp._tls.'),
  SEC: isType('SOA', 'MX'),
  SRV: isType('SRV'),
  ACF: isType('SRV'),
  BIM: ({ name }) => name.includes('._bimi.'),
  CAA: isType('CAA'),
}

function inWords({ name, type, records, aliases, exists, failure }: Answered): string {
  if (failure !== null) return failure.message
  const way = aliases.length === 0 ? '' : `, by ${aliases.join(', ')}`
  if (records.length === 0) return `${type} ${name}${way}: ${exists ? 'no such record' : 'no such name'}.`
  return `${type} ${name}${way}: ${records.map(shown).join(' · ').slice(0, longest)}`
}

/** Longer answers are told in part. */
const longest = 2_000

/** What a record says, without its name. */
function shown({ name: _name, ttl, type: _type, ...data }: Answered['records'][number]): string {
  const { strings: _strings, ...rest } = { strings: [], ...data }
  return `${Object.values(rest).join(' ')} (TTL ${ttl})`
}

const factsOf = ({ name, type, records, isAuthentic, exists }: Answered) => ({
  host: name,
  type,
  records: records.length,
  isAuthentic,
  exists,
})
