// Everything that a domain publishes about its mail, taken apart and explained: for a person who wants to see it.
import type { PublishedRecord } from '#shared/values/published-record.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { publishedBimi } from './bimi.ts'
import { publishedCaa } from './caa.ts'
import { publishedDane } from './dane.ts'
import { publishedDkim } from './dkim.ts'
import { publishedDmarc } from './dmarc.ts'
import { publishedSts } from './mta-sts.ts'
import { publishedMx } from './mx.ts'
import { publishedServices } from './services.ts'
import { publishedSpf } from './spf.ts'
import { publishedTlsReports } from './tls-reports.ts'

export const publishedRecords = (records: DomainRecords): PublishedRecord[] => [
  ...publishedMx(records),
  ...publishedSpf(records),
  ...publishedDkim(records),
  ...publishedDmarc(records),
  ...publishedSts(records),
  ...publishedTlsReports(records),
  ...publishedDane(records),
  ...publishedBimi(records),
  ...publishedCaa(records),
  ...publishedServices(records),
]
