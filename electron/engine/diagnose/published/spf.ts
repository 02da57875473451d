// SPF records as a tree: what each term allows, and the records that an include or a redirect leads to (RFC 7208 §5, §6).
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord, RecordPart } from '#shared/values/published-record.ts'
import type { Words } from '#shared/values/settings.ts'
import { textsOf } from '../records/answered.ts'
import type { DomainRecords } from '../records/domain-records.ts'
import { isSpf, type SpfMechanism, type SpfTerm } from '../records/spf-terms.ts'
import { costOf, reachable, type SpfNode, type SpfStep, stepsOf } from '../records/spf-tree.ts'
import { part, published, wrong } from './part.ts'

/** Several records are shown as they are: they cancel each other. */
export function publishedSpf({ domain, texts, spf }: DomainRecords): PublishedRecord[] {
  const [, ...others] = textsOf(texts).filter(isSpf)
  const more = others.map((text) =>
    published({ kind: 'spf', name: domain, type: 'TXT', text, parts: [wrong(text, oneTooMany)] }),
  )
  return [...publishedNode(spf), ...more]
}

function publishedNode(node: SpfNode): PublishedRecord[] {
  const [text] = node.records
  if (text === undefined) return []
  const reached = new Set(reachable(node.terms))
  const parts = node.terms.map((term) => termPart(term, reached.has(term), stepOf(node, term)))
  return [
    published({
      kind: 'spf',
      name: node.domain,
      type: 'TXT',
      text,
      parts: [part('v=spf1', version), ...parts],
      lookups: stepsOf(node).length,
    }),
  ]
}

const stepOf = ({ steps }: SpfNode, { text }: SpfTerm): SpfStep | undefined => steps.find(({ term }) => term === text)

function termPart(term: SpfTerm, isReached: boolean, step: SpfStep | undefined): RecordPart {
  if (term.kind === 'invalid')
    return wrong(term.text, say(`Wrong: ${term.reason.en}.`, `Incorrecto: ${term.reason.es}.`))
  if (!isReached) return wrong(term.text, unreached)
  const meaning = term.kind === 'modifier' ? modifierWords(term.name, term.value) : mechanismWords(term)
  if (step === undefined) return part(term.text, meaning)
  const fault = faultOf(step)
  const [leadsTo = null] = step.node === null ? [] : publishedNode(step.node)
  const whole = fault === null ? meaning : say(`${meaning.en} ${fault.en}`, `${meaning.es} ${fault.es}`)
  return part(term.text, whole, { isWrong: fault !== null, lookups: costOf(step), leadsTo })
}

function faultOf({ node, unfollowed, isVoid, failure }: SpfStep): Words | null {
  if (unfollowed === 'loop') return say('It leads back to a record above it.', 'Vuelve a un registro anterior.')
  if (failure !== null) return say('DNS gave no answer for it.', 'El DNS no respondió.')
  if (node !== null && node.records.length !== 1)
    return node.records.length === 0
      ? say('There is no SPF record there.', 'Allí no hay ningún registro SPF.')
      : say('There are several SPF records there.', 'Allí hay varios registros SPF.')
  return isVoid ? say('Nothing is found there.', 'Allí no se encuentra nada.') : null
}

function modifierWords(name: string, value: string): Words {
  if (name === 'redirect')
    return say(`For all others the record of ${value} counts.`, `Para los demás vale el registro de ${value}.`)
  if (name === 'exp')
    return say(`Why mail was refused stands at ${value}.`, `El motivo de un rechazo está en ${value}.`)
  return say('Nobody knows this modifier, so it says nothing.', 'Nadie conoce este modificador: no dice nada.')
}

function mechanismWords({ qualifier, name, target, text }: SpfMechanism): Words {
  const verdict = verdicts[qualifier]
  if (name === 'all') return say(`All others: ${verdict.en}.`, `Todos los demás: ${verdict.es}.`)
  const who = senders(name, target, text)
  return say(`${who.en}: ${verdict.en}.`, `${who.es}: ${verdict.es}.`)
}

const verdicts: Readonly<Record<SpfMechanism['qualifier'], Words>> = {
  '+': say('may send', 'pueden enviar'),
  '-': say('may not send', 'no pueden enviar'),
  '~': say('probably may not send', 'probablemente no pueden enviar'),
  '?': say('nothing is said about them', 'no se dice nada de ellos'),
}

function senders(name: SpfMechanism['name'], target: string | null, text: string): Words {
  const place = target === null ? say('the domain', 'el dominio') : say(target, target)
  switch (name) {
    case 'ip4':
    case 'ip6': {
      const network = text.slice(text.indexOf(':') + 1)
      return say(`Senders at ${network}`, `Los remitentes en ${network}`)
    }
    case 'a':
      return say(`Senders at the addresses of ${place.en}`, `Los remitentes en las direcciones de ${place.es}`)
    case 'mx':
      return say(`The servers that take mail for ${place.en}`, `Los servidores que reciben el correo de ${place.es}`)
    case 'include':
      return say(`Whoever the record of ${place.en} lets send`, `A quienes permite enviar el registro de ${place.es}`)
    case 'exists':
      return say(
        `Senders for which ${place.en} has an address`,
        `Los remitentes para los que ${place.es} tiene dirección`,
      )
    case 'ptr':
      return say(`Senders whose name lies below ${place.en}`, `Los remitentes cuyo nombre está bajo ${place.es}`)
    case 'all':
      return say('All others', 'Todos los demás')
  }
}

const version = say('The version: this is a record of SPF.', 'La versión: es un registro SPF.')
const unreached = say('Never reached: “all” stands before it.', 'Nunca se alcanza: hay un «all» antes.')
const oneTooMany = say(
  'A second record: receivers then use none of them.',
  'Un segundo registro: los receptores no usan entonces ninguno.',
)
