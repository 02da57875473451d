// SPF-05: what the SPF record says of all other servers.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../../check.ts'
import { wordsOf } from '../../preconditions.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import type { SpfMechanism } from '../../records/spf-terms.ts'
import { isRedirect, type SpfNode } from '../../records/spf-tree.ts'
import { unclear } from '../../records/unclear.ts'

export const spfEnding: RecordCheck = {
  id: 'SPF-05',
  name: say('The SPF record has a rule for strangers', 'El registro SPF tiene una regla para desconocidos'),
  severity: 'high',
  reference: 'RFC 7208 §5.1',
  judge({ texts, spf }) {
    if (texts.failure !== null) return unclear(texts)
    if (spf.records.length === 0) return null
    const end = endOf(spf)
    if (end.failure !== null) {
      const { en, es } = wordsOf(end.failure).happened
      return indeterminate(say(`Not judged: ${en}`, `Sin valorar: ${es}`))
    }
    const all = allOf(end)
    if (all?.qualifier === '+')
      return fail(
        say(`“${all.text}” lets everyone send as you.`, `«${all.text}» permite que cualquiera envíe en su nombre.`),
        closed,
      )
    if (all === undefined || all.qualifier === '?')
      return warn(say('The record has no rule for strangers.', 'El registro no tiene regla para desconocidos.'), closed)
    return pass(
      all.qualifier === '-'
        ? say('“-all”: no other server may send.', '«-all»: ningún otro servidor puede enviar.')
        : say('“~all”: mail of other servers is suspicious.', '«~all»: el correo de otros servidores es sospechoso.'),
    )
  },
}

/** Where `redirect` leads in the end. */
function endOf(node: SpfNode): SpfNode {
  const term = allOf(node) === undefined ? node.terms.find(isRedirect) : undefined
  const next = node.steps.find((step) => step.term === term?.text)?.node ?? null
  return next === null ? node : endOf(next)
}

const allOf = ({ terms }: SpfNode): SpfMechanism | undefined =>
  terms.find((term): term is SpfMechanism => term.kind === 'mechanism' && term.name === 'all')

const closed = say('End the record with “~all” or “-all”.', 'Terminar el registro en «~all» o «-all».')
