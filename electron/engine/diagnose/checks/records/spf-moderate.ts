// SPF-06: whether the SPF record is free of obsolete parts, fits into an answer, and is not far too wide.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, pass, warn } from '../../check.ts'
import type { DomainRecords, RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { isSpf, type SpfMechanism, type SpfTerm } from '../../records/spf-terms.ts'
import { nodesOf } from '../../records/spf-tree.ts'
import { unclear } from '../../records/unclear.ts'

/** RFC 7208 §3.4: octets that fit into an answer with the rest. */
const mostOctets = 450
const mostStrings = 2
/** Bits: a network of more addresses than one sender has. */
const widest = { ip4: 16, ip6: 32 }

export const spfModerate: RecordCheck = {
  id: 'SPF-06',
  name: say('The SPF record is up to date and not too wide', 'El registro SPF está al día y no es demasiado amplio'),
  severity: 'low',
  reference: 'RFC 7208 §5.5',
  judge(seen) {
    if (seen.texts.failure !== null) return unclear(seen.texts)
    if (seen.spf.records.length === 0) return null
    const whole = nodesOf(seen.spf).flatMap(({ terms }) => terms.filter((term) => isNetwork(term) && term.prefix === 0))
    if (whole.length > 0) {
      const { en, es } = listed(whole.map(({ text }) => text))
      return fail(say(`The whole internet may send: ${en}.`, `Todo internet puede enviar: ${es}.`), realSenders)
    }
    const found = faultsOf(seen)
    if (found.length === 0)
      return pass(say('Nothing in it is obsolete or too wide.', 'No hay nada obsoleto ni demasiado amplio.'))
    return warn(say(found.map(({ en }) => en).join(' '), found.map(({ es }) => es).join(' ')), realSenders)
  },
}

function faultsOf({ spf, texts, oldSpf }: DomainRecords): Words[] {
  const found: Words[] = []
  const named = spf.terms.flatMap((term) => (term.kind === 'mechanism' ? [term] : []))
  // RFC 7208 §5.5
  if (named.some(({ name }) => name === 'ptr'))
    found.push(say('“ptr” is slow and must not be used any more.', '«ptr» es lento y ya no debe usarse.'))
  // RFC 7208 §3.1
  if (oldSpf.records.length > 0)
    found.push(
      say(
        'There is a record of the type SPF (99), which nobody reads.',
        'Hay un registro del tipo SPF (99), que nadie lee.',
      ),
    )
  const record = texts.records.find((one) => one.type === 'TXT' && isSpf(one.text))
  if (record?.type === 'TXT' && (Buffer.byteLength(record.text) > mostOctets || record.strings.length > mostStrings))
    found.push(
      say(
        'The record is so long that it may not fit into an answer.',
        'El registro es tan largo que puede no caber en una respuesta.',
      ),
    )
  const wide = named.filter((term) => isNetwork(term) && (term.prefix ?? 128) < widest[term.name])
  if (wide.length > 0) {
    const { en, es } = listed(wide.map(({ text }) => text))
    found.push(say(`Very wide networks may send: ${en}.`, `Redes muy amplias pueden enviar: ${es}.`))
  }
  return found
}

const isNetwork = (term: SpfTerm): term is SpfMechanism & { readonly name: 'ip4' | 'ip6' } =>
  term.kind === 'mechanism' && term.qualifier === '+' && (term.name === 'ip4' || term.name === 'ip6')

const realSenders = say('List only the servers that really send.', 'Indicar solo los servidores que de verdad envían.')
