// The BIMI record: the logo that mail programs show beside the sender.
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord } from '#shared/values/published-record.ts'
import { textsOf } from '../records/answered.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { readTagList } from '../records/tag-list.ts'
import { part, published, type TagMeanings, tagParts, wrong } from './part.ts'

export const publishedBimi = ({ bimi }: DomainRecords): PublishedRecord[] =>
  textsOf(bimi).map((text) =>
    published({ kind: 'bimi', name: bimi.name, type: 'TXT', text, parts: tagParts(readTagList(text), meanings) }),
  )

const meanings: TagMeanings = {
  v: say('The version: this is a record of BIMI.', 'La versión: es un registro BIMI.'),
  l: (value) => {
    if (value === '')
      return part('', say('No logo: the domain wants none shown.', 'Sin logotipo: no se quiere mostrar.'))
    const place = say('Where the picture is, as SVG.', 'Dónde está la imagen, como SVG.')
    return value.startsWith('https://')
      ? place
      : wrong('', say('It must begin with https://.', 'Debe empezar por https://.'))
  },
  a: say('Where the certificate for the logo is.', 'Dónde está el certificado del logotipo.'),
  avp: say(
    'Which logo is preferred: that of the brand or a personal one.',
    'Qué logotipo se prefiere: el de la marca o uno personal.',
  ),
  lps: say('Which local parts have a logo of their own.', 'Qué direcciones tienen un logotipo propio.'),
}
