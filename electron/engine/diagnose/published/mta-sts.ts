// MTA-STS: the record that announces a policy, and the policy itself (RFC 8461 §3.1, §3.2).
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord, RecordPart } from '#shared/values/published-record.ts'
import type { Words } from '#shared/values/settings.ts'
import { textsOf } from '../records/answered.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { readTagList } from '../records/tag-list.ts'
import { part, published, type TagMeanings, tagParts, wrong } from './part.ts'

export function publishedSts({ domain, stsAnswer, sts: { fetched } }: DomainRecords): PublishedRecord[] {
  const records = textsOf(stsAnswer).map((text) =>
    published({
      kind: 'mta-sts',
      name: stsAnswer.name,
      type: 'TXT',
      text,
      parts: tagParts(readTagList(text), meanings),
    }),
  )
  if (fetched?.kind !== 'text') return records
  const name = `https://mta-sts.${domain}/.well-known/mta-sts.txt`
  const { text } = fetched
  return [...records, published({ kind: 'mta-sts', name, type: 'HTTPS', text, parts: policyParts(text) })]
}

const meanings: TagMeanings = {
  v: say('The version: this announces a policy of MTA-STS.', 'La versión: anuncia una política MTA-STS.'),
  id: say(
    'The number of the policy: when it changes, senders fetch the policy anew.',
    'El número de la política: cuando cambia, los remitentes vuelven a descargarla.',
  ),
}

const policyParts = (text: string): RecordPart[] =>
  text.split(/\r?\n/).flatMap((line) => {
    if (line === '') return []
    const [, key = '', value = ''] = /^([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? []
    return [key === '' ? wrong(line, noField) : fieldPart(line, key, value)]
  })

function fieldPart(line: string, key: string, value: string): RecordPart {
  if (key === 'mode') return modes[value] === undefined ? wrong(line, noMode) : part(line, modes[value])
  return part(line, fields[key] ?? say('Nobody knows this field.', 'Nadie conoce este campo.'))
}

const fields: Readonly<Record<string, Words>> = {
  version: say('The version of the policy.', 'La versión de la política.'),
  mx: say(
    'A server that mail may go to; “*” stands for exactly one part of a name.',
    'Un servidor al que puede ir el correo; «*» equivale a exactamente una parte del nombre.',
  ),
  max_age: say(
    'For how many seconds senders remember the policy.',
    'Cuántos segundos recuerdan la política los remitentes.',
  ),
}

const modes: Readonly<Record<string, Words>> = {
  enforce: say(
    'Mail goes only to these servers, encrypted and with a valid certificate, or not at all.',
    'El correo solo va a estos servidores, cifrado y con certificado válido, o no se entrega.',
  ),
  testing: say(
    'Failures are only reported; mail goes all the same.',
    'Los fallos solo se notifican; el correo se entrega igual.',
  ),
  none: say('The domain has no policy any more.', 'El dominio ya no tiene política.'),
}
const noMode = say('The mode is enforce, testing or none.', 'El modo es enforce, testing o none.')
const noField = say('This is no “key: value”.', 'Esto no es «clave: valor».')
