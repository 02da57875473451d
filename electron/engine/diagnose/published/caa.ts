// CAA records: which authorities may issue certificates for the mail hosts (RFC 8659 §4).
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord } from '#shared/values/published-record.ts'
import type { Words } from '#shared/values/settings.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { part, published, wrong } from './part.ts'

/** Hosts of one domain mostly share them. */
export function publishedCaa({ caa }: DomainRecords): PublishedRecord[] {
  const all = caa.flatMap(({ answers, records }) =>
    records.map((record) => ({ owner: answers[0]?.name ?? '', record })),
  )
  const texts = new Map(
    all.map(({ owner, record: { isCritical, tag, value } }) => {
      const flags = isCritical ? '128' : '0'
      const text = `${flags} ${tag} "${value}"`
      const parts = [part(flags, isCritical ? critical : usual), tagPart(tag), part(value, valueWords(tag, value))]
      return [`${owner} ${text}`, published({ kind: 'caa', name: owner, type: 'CAA', text, parts })] as const
    }),
  )
  return [...texts.values()]
}

function tagPart(tag: string) {
  const meaning = tags[tag.toLowerCase()]
  return meaning === undefined
    ? wrong(tag, say('Few authorities know this property.', 'Pocas autoridades conocen esta propiedad.'))
    : part(tag, meaning)
}

const tags: Readonly<Record<string, Words>> = {
  issue: say('Who may issue certificates for this name.', 'Quién puede emitir certificados para este nombre.'),
  issuewild: say('Who may issue certificates with a “*”.', 'Quién puede emitir certificados con «*».'),
  issuemail: say('Who may issue certificates for mail addresses.', 'Quién puede emitir certificados para direcciones.'),
  issuevmc: say('Who may issue certificates for logos.', 'Quién puede emitir certificados para logotipos.'),
  iodef: say('Where a refused request is reported.', 'Dónde se avisa de una solicitud rechazada.'),
  contactemail: say('How the owner of the domain is reached.', 'Cómo se contacta con el dueño del dominio.'),
  contactphone: say('How the owner of the domain is reached.', 'Cómo se contacta con el dueño del dominio.'),
}

function valueWords(tag: string, value: string): Words {
  if (!tag.toLowerCase().startsWith('issue')) return say('The place for that.', 'El destino para ello.')
  const issuer = value.split(';')[0]?.trim() ?? ''
  return issuer === ''
    ? say('Nobody may.', 'Nadie puede.')
    : say(`The authority that calls itself ${issuer}.`, `La autoridad que se llama ${issuer}.`)
}

const critical = say(
  'Critical: who does not know the property must not issue.',
  'Crítico: quien no conozca la propiedad no debe emitir.',
)
const usual = say('Flags: none.', 'Indicadores: ninguno.')
