// DKIM records: the public keys of signatures (RFC 6376 §3.6.1).
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord, RecordPart } from '#shared/values/published-record.ts'
import type { Words } from '#shared/values/settings.ts'
import type { DkimKey } from '../records/dkim-key.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { readTagList } from '../records/tag-list.ts'
import { part, published, type TagMeanings, tagParts, wrong } from './part.ts'

export const publishedDkim = ({ domain, dkim }: DomainRecords): PublishedRecord[] =>
  dkim.found.flatMap(({ selector, keys }) =>
    keys.map((key) =>
      published({
        kind: 'dkim',
        name: `${selector}._domainkey.${domain}`,
        type: 'TXT',
        text: key.text,
        parts: tagParts(readTagList(key.text), meaningsOf(key)),
      }),
    ),
  )

const meaningsOf = ({ key }: DkimKey): TagMeanings => ({
  v: say('The version: this is a key for DKIM.', 'La versión: es una clave DKIM.'),
  k: (value) =>
    kinds[value.toLowerCase()] ?? wrong('', say('Nobody knows this kind of key.', 'Nadie conoce este tipo de clave.')),
  p: () => keyPart(key),
  h: say('The hash algorithms that signatures may use.', 'Los algoritmos de resumen que pueden usar las firmas.'),
  t: (value) => flagsPart(value),
  s: say('What the key is for: “*” or “email”.', 'Para qué sirve la clave: «*» o «email».'),
  n: say('A note for people.', 'Una nota para personas.'),
})

const kinds: Readonly<Record<string, Words>> = {
  rsa: say('An RSA key.', 'Una clave RSA.'),
  ed25519: say('An Ed25519 key.', 'Una clave Ed25519.'),
}

function keyPart(key: DkimKey['key']): RecordPart {
  switch (key.kind) {
    case 'rsa':
      return part('', say(`The public key, ${key.bits} bits.`, `La clave pública, de ${key.bits} bits.`))
    case 'ed25519':
      return part('', say('The public key, 256 bits.', 'La clave pública, de 256 bits.'))
    case 'revoked':
      return wrong('', say('Empty: the key was revoked.', 'Vacía: la clave fue revocada.'))
    case 'unreadable':
      return wrong('', say('No key that can be read.', 'No es una clave legible.'))
  }
}

function flagsPart(value: string): RecordPart {
  const flags = value.split(':').map((one) => one.trim())
  if (flags.includes('y'))
    return wrong('', say('A test: the signatures count for nothing.', 'En pruebas: las firmas no cuentan.'))
  return flags.includes('s')
    ? part('', say('Not for names below the domain.', 'No vale para los nombres por debajo del dominio.'))
    : part('', say('Flags that nobody knows.', 'Indicadores que nadie conoce.'))
}
