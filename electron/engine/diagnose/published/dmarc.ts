// DMARC records: what receivers do with forged mail, and where they report it (RFC 9989).
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord } from '#shared/values/published-record.ts'
import type { Words } from '#shared/values/settings.ts'
import { textsOf } from '../records/answered.ts'
import { isDmarc } from '../records/dmarc-record.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { readTagList } from '../records/tag-list.ts'
import { published, type TagMeanings, tagParts, wrong } from './part.ts'

export const publishedDmarc = ({ dmarc }: DomainRecords): PublishedRecord[] =>
  dmarc.answers.flatMap((answer) =>
    textsOf(answer)
      .filter(isDmarc)
      .map((text) =>
        published({
          kind: 'dmarc',
          name: answer.name,
          type: 'TXT',
          text,
          parts: tagParts(readTagList(text), meanings),
        }),
      ),
  )

const policies: Readonly<Record<string, Words>> = {
  none: say('Forged mail is only watched.', 'El correo falsificado solo se observa.'),
  quarantine: say('Forged mail is set aside as spam.', 'El correo falsificado se aparta como spam.'),
  reject: say('Forged mail is refused.', 'El correo falsificado se rechaza.'),
}

const policyOf = (whose: Words) => (value: string) => {
  const policy = policies[value.toLowerCase()]
  if (policy === undefined)
    return wrong('', say('The policy is none, quarantine or reject.', 'La política es none, quarantine o reject.'))
  return say(`${whose.en}${policy.en}`, `${whose.es}${policy.es}`)
}

const alignment = (what: Words) => (value: string) => {
  const isStrict = value.toLowerCase() === 's'
  return say(
    `${what.en} must be ${isStrict ? 'exactly that of From' : 'that of From, or of the same organisation'}.`,
    `${what.es} debe ser ${isStrict ? 'exactamente el de From' : 'el de From o de la misma organización'}.`,
  )
}

const removed = () =>
  wrong('', say('This tag means nothing any more (RFC 9989).', 'Esta etiqueta ya no significa nada (RFC 9989).'))

const meanings: TagMeanings = {
  v: say('The version: this is a record of DMARC.', 'La versión: es un registro DMARC.'),
  p: policyOf(say('', '')),
  sp: policyOf(say('Of names below the domain: ', 'De los nombres por debajo del dominio: ')),
  np: policyOf(say('Of names that do not exist: ', 'De los nombres que no existen: ')),
  adkim: alignment(say('The domain of the DKIM signature', 'El dominio de la firma DKIM')),
  aspf: alignment(say('The domain that SPF has proven', 'El dominio que SPF ha comprobado')),
  rua: say('Where the daily reports go.', 'A dónde van los informes diarios.'),
  ruf: say('Where reports about single mails go.', 'A dónde van los informes de correos concretos.'),
  fo: say('When a report about a single mail is wanted.', 'Cuándo se quiere un informe de un correo concreto.'),
  t: (value) =>
    value.toLowerCase() === 'y'
      ? wrong(
          '',
          say('A test: the policy counts one step milder.', 'En pruebas: la política se aplica un grado más suave.'),
        )
      : say('No test: the policy counts.', 'Sin pruebas: la política se aplica.'),
  psd: say(
    'Whether others register names below this one (y), or the organisation begins here (n).',
    'Si otros registran nombres por debajo de este (y) o la organización empieza aquí (n).',
  ),
  pct: removed,
  rf: removed,
  ri: removed,
}
