// The TLS-RPT record: where senders report that TLS failed (RFC 8460 §3).
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord } from '#shared/values/published-record.ts'
import { textsOf } from '../records/answered.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { readTagList } from '../records/tag-list.ts'
import { published, type TagMeanings, tagParts } from './part.ts'

export const publishedTlsReports = ({ tlsRpt }: DomainRecords): PublishedRecord[] =>
  textsOf(tlsRpt).map((text) =>
    published({
      kind: 'tls-rpt',
      name: tlsRpt.name,
      type: 'TXT',
      text,
      parts: tagParts(readTagList(text), meanings),
    }),
  )

const meanings: TagMeanings = {
  v: say('The version: this is a record of TLS-RPT.', 'La versión: es un registro TLS-RPT.'),
  rua: say('Where the daily reports go.', 'A dónde van los informes diarios.'),
}
