// TLSA records: the keys that the mail servers show in TLS (DANE, RFC 6698 §2.1, RFC 7672 §3.1).
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord } from '#shared/values/published-record.ts'
import type { Words } from '#shared/values/settings.ts'
import type { RecordOf } from '../../dns/index.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { part, published, wrong } from './part.ts'

export const publishedDane = ({ tlsa }: DomainRecords): PublishedRecord[] =>
  tlsa.flatMap(({ name, records }) =>
    records.flatMap((record) => (record.type === 'TLSA' ? [publishedKey(name, record)] : [])),
  )

function publishedKey(name: string, { usage, selector, matching, data }: RecordOf<'TLSA'>): PublishedRecord {
  const figure = (value: number, meanings: Readonly<Record<number, Words>>) => {
    const meaning = meanings[value]
    return meaning === undefined ? wrong(String(value), unknown) : part(String(value), meaning)
  }
  return published({
    kind: 'dane',
    name,
    type: 'TLSA',
    text: `${usage} ${selector} ${matching} ${data}`,
    parts: [
      usage === 0 || usage === 1 ? wrong(String(usage), ignored) : figure(usage, usages),
      figure(selector, selectors),
      figure(matching, matchings),
      part(data, say('What must be equal.', 'Lo que debe coincidir.')),
    ],
  })
}

const usages: Readonly<Record<number, Words>> = {
  2: say(
    'Meant is an authority: the server shows a certificate of it, for its own name.',
    'Se refiere a una autoridad: el servidor muestra un certificado de ella, a su propio nombre.',
  ),
  3: say(
    'Meant is the certificate of the server itself; its dates and names do not matter.',
    'Se refiere al certificado del propio servidor; sus fechas y nombres no importan.',
  ),
}
// RFC 7672 §3.1.3
const ignored = say('Mail ignores records of this usage.', 'El correo ignora los registros de este uso.')
const selectors: Readonly<Record<number, Words>> = {
  0: say('The whole certificate is compared.', 'Se compara el certificado entero.'),
  1: say(
    'Only its public key is compared, so a renewal with the same key changes nothing.',
    'Solo se compara su clave pública, así que renovar con la misma clave no cambia nada.',
  ),
}
const matchings: Readonly<Record<number, Words>> = {
  0: say('Compared as it is.', 'Se compara tal cual.'),
  1: say('Compared by its digest SHA-256.', 'Se compara su resumen SHA-256.'),
  2: say('Compared by its digest SHA-512.', 'Se compara su resumen SHA-512.'),
}
const unknown = say('Nobody knows this value, so the record is not used.', 'Nadie conoce este valor: no se usa.')
