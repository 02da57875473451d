// MX records: which servers take the mail, and which of them first (RFC 5321 §5.1).
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord } from '#shared/values/published-record.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { isNullMx, mxOf } from '../records/mail-hosts.ts'
import { part, published } from './part.ts'

/** More than any domain needs. */
const mostShown = 20

export const publishedMx = ({ mx }: DomainRecords): PublishedRecord[] =>
  mxOf(mx)
    .toSorted((one, other) => one.preference - other.preference)
    .slice(0, mostShown)
    .map((record) => {
      const { preference, exchange } = record
      const host = isNullMx(record) ? '.' : exchange
      return published({
        kind: 'mx',
        name: mx.name,
        type: 'MX',
        text: `${preference} ${host}`,
        parts: [part(String(preference), preferenceWords), part(host, host === '.' ? nobody : server)],
      })
    })

const preferenceWords = say(
  'The preference: servers with a lower number are tried first.',
  'La preferencia: primero se prueban los servidores con el número más bajo.',
)
const server = say('The server that takes the mail.', 'El servidor que recibe el correo.')
const nobody = say('No server: the domain takes no mail.', 'Ningún servidor: el dominio no recibe correo.')
