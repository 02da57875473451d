// SPF-07: what receivers make of a server that sends for the domain, with the terms that lead to it.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, indeterminate, pass, skipped, type Verdict, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import type { SenderSeen } from '../../records/sender.ts'
import type { SpfResult } from '../../records/spf-check.ts'

export const spfEvaluated: RecordCheck = {
  id: 'SPF-07',
  name: say('SPF lets the server send', 'SPF permite enviar al servidor'),
  severity: 'high',
  reference: 'RFC 7208 §4, §2.4',
  judge({ sender }) {
    const [worst] = sender.spf.toSorted((one, other) => order.indexOf(one.result) - order.indexOf(other.result))
    if (worst === undefined) return skipped(noAddress)
    const { result, address, path } = worst
    const way = listed(path)
    const told = say(
      `May ${address}, which calls itself ${sender.helo}, send for ${sender.returnDomain}? SPF says “${result}”: ${meanings[result].en} (${way.en}).`,
      `¿Puede ${address}, que se llama ${sender.helo}, enviar para ${sender.returnDomain}? SPF dice «${result}»: ${meanings[result].es} (${way.es}).`,
    )
    return verdicts[result](told, sender)
  },
}

/** The worst first. */
const order: readonly SpfResult[] = ['permerror', 'fail', 'temperror', 'softfail', 'neutral', 'none', 'pass']

/** RFC 7208 §2.6 */
const meanings: Readonly<Record<SpfResult, Words>> = {
  pass: say('it may', 'sí'),
  fail: say('it may not', 'no'),
  softfail: say('probably not', 'probablemente no'),
  neutral: say('the record leaves it open', 'el registro no lo decide'),
  none: say('there is no record', 'no hay registro'),
  permerror: say('the record cannot be used', 'el registro no sirve'),
  temperror: say('DNS did not answer', 'el DNS no respondió'),
}

type Judge = (told: Verdict['summary'], sender: SenderSeen) => Verdict

const add: Judge = (told, { returnDomain }) =>
  fail(
    told,
    say(
      `Add the address of the server to the SPF record of ${returnDomain}, or send by a server that is in it.`,
      `Añadir la dirección del servidor al registro SPF de ${returnDomain}, o enviar por un servidor que esté en él.`,
    ),
  )

const verdicts: Readonly<Record<SpfResult, Judge>> = {
  pass: (told) => pass(told),
  neutral: (told, sender) => ({ ...add(told, sender), result: 'warn' }),
  softfail: (told, sender) => ({ ...add(told, sender), result: 'warn' }),
  none: (told, { returnDomain }) =>
    warn(
      told,
      say(
        `Publish an SPF record for ${returnDomain} that names the server.`,
        `Publicar para ${returnDomain} un registro SPF que indique el servidor.`,
      ),
    ),
  fail: add,
  permerror: (told) =>
    fail(
      told,
      say(
        'Correct the record: receivers cannot evaluate it at this place.',
        'Corregir el registro: los receptores no pueden evaluarlo en ese punto.',
      ),
    ),
  temperror: (told) => indeterminate(told),
}

const noAddress = say(
  'Not asked: no address of a server that sends was named.',
  'Sin preguntar: no se indicó la dirección de ningún servidor que envíe.',
)
