// What stands behind the findings of a report: what each place offers, its TLS and certificates, the records of the domain.
import { explainMechanism } from '../explain/mechanisms.ts'
import { inSpanish } from '../explain/spanish-phrases.ts'
import { tlsTermsIn } from '../explain/tls-scan.ts'
import type { Capability } from '../values/capability.ts'
import type { Offers, Report } from '../values/report.ts'
import type { Language } from '../values/settings.ts'
import type { TlsDetail } from '../values/tls.ts'
import type { TlsScan } from '../values/tls-scan.ts'
import { compareOffers } from './compare-offers.ts'
import { recordTable } from './record-table.ts'
import { suiteTable } from './suite-table.ts'
import { type ReportTable, tableOf } from './table.ts'
import { detailWordsIn } from './words.ts'

type Detailed = Pick<Report, 'offers' | 'scans' | 'records'>

export const detailsOf = ({ offers, scans, records }: Detailed, language: Language): readonly ReportTable[] => [
  ...offers.flatMap((one) => [...offersTables(one, language), ...sessionTables(one, language)]),
  ...scans.flatMap((scan) => scanTables(scan, language)),
  ...records.flatMap((record) => recordTable(record, language)),
]

function offersTables({ endpoint, beforeTls, afterTls, afterLogin, auth }: Offers, language: Language): ReportTable[] {
  const words = detailWordsIn(language)
  const answers = afterLogin === null ? [beforeTls, afterTls] : [beforeTls, afterTls, afterLogin]
  const names = [words.before, words.after, words.afterLogin].slice(0, answers.length)
  const value = (one: Capability | null) => (one === null ? '–' : one.parameters.join(' ') || words.offered)
  const keywords = compareOffers(answers).map(({ keyword, offered }) => [keyword, ...offered.map(value)])
  const logins = auth.map(({ mechanism, beforeTls: early, afterTls: late }) => [
    mechanism,
    early ? words.offered : '–',
    late ? words.offered : '–',
    explainMechanism(mechanism).text[language],
  ])
  return [
    ...tableOf(`EHLO: ${endpoint}`, [words.keyword, ...names], keywords),
    ...tableOf(`${words.logins}: ${endpoint}`, [words.mechanism, words.before, words.after, words.meaning], logins),
  ]
}

function sessionTables({ endpoint, tls }: Offers, language: Language): ReportTable[] {
  if (tls === null) return []
  const words = detailWordsIn(language)
  const session = [
    [words.version, tls.version],
    [words.cipher, tls.cipher],
    [words.keyExchange, tls.keyExchange ?? '–'],
    [words.trusted, tls.authorized ? words.yes : words.no],
  ]
  return [
    ...tableOf(`TLS: ${endpoint}`, [words.what, words.found], session),
    ...tableOf(
      `${words.certificates}: ${endpoint}`,
      [words.subject, words.issuer, words.validUntil, words.fault],
      tls.chain.map((certificate, position) => [
        oneLine(certificate.subject),
        oneLine(certificate.issuer),
        certificate.validTo.slice(0, 10),
        faultsAt(tls, position, language) || '–',
      ]),
    ),
  ]
}

const oneLine = (name: string): string => name.replaceAll('\n', ', ')

const faultsAt = ({ faults }: TlsDetail, position: number, language: Language): string =>
  faults
    .filter((fault) => fault.position === position)
    .map(({ message }) => (language === 'es' ? inSpanish(message) : message))
    .join(' ')

function scanTables({ endpoint, versions, classes, suites, groups }: TlsScan, language: Language): ReportTable[] {
  const words = detailWordsIn(language)
  const terms = tlsTermsIn(language)
  const { lists, rows } = suiteTable(suites)
  const columns = lists.map(({ version, order }) => `${version} (${terms.orders[order]})`)
  const places = rows.map(({ suite, places }) => [
    suite.name,
    terms.strengths[suite.strength],
    ...places.map((place) => (place === null ? '–' : String(place))),
  ])
  return [
    ...tableOf(
      `${words.versions}: ${endpoint}`,
      [words.version, words.found],
      versions.map(({ version, outcome }) => [version, terms.outcomes[outcome]]),
    ),
    ...(places.length > 0
      ? tableOf(`${words.suites}: ${endpoint}`, [words.cipher, words.strength, ...columns], places)
      : tableOf(
          `${words.suites}: ${endpoint}`,
          [words.cipher, words.found],
          classes.map((one) => [terms.classes[one.class], one.suite?.name ?? terms.outcomes[one.outcome]]),
        )),
    ...tableOf(
      `${words.groups}: ${endpoint}`,
      [words.version, words.groups],
      groups.map((list) => [list.version, list.groups.map(({ name }) => name).join(', ')]),
    ),
  ]
}
