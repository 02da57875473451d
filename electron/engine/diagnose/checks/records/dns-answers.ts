// DNS-02: whether DNS answered what was asked of it, and what it said where it did not.
import { say } from '#shared/explain/words.ts'
import { indeterminate, pass, warn } from '../../check.ts'
import { wordsOf } from '../../preconditions.ts'
import type { AtSource } from '../../records/at-source.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'

export const dnsAnswers: RecordCheck = {
  id: 'DNS-02',
  name: say('DNS answers every question', 'El DNS responde a todas las preguntas'),
  severity: 'info',
  reference: 'RFC 8914 §4',
  judge({ domain, answers, atSource }) {
    const about = answers.filter(({ name }) => name === domain || name.endsWith(`.${domain}`))
    const failed = about.filter(({ failure }) => failure !== null)
    const [first] = failed
    if (first?.failure == null)
      return pass(
        say(
          `All ${about.length} questions about ${domain} were answered.`,
          `Se respondieron las ${about.length} preguntas sobre ${domain}.`,
        ),
      )
    const reason = wordsOf(first.failure)
    // Nothing at all: that is the resolver or the network, not the domain.
    if (failed.length === about.length)
      return indeterminate(say(`Not judged: ${reason.happened.en}`, `Sin valorar: ${reason.happened.es}`))
    const { en, es } = listed(failed.map(({ name, type }) => `${type} ${name}`))
    const source = sourceWords(atSource)
    return warn(
      say(
        `${failed.length} of ${about.length} questions got no answer: ${en}. ${reason.happened.en}${source.en}`,
        `${failed.length} de ${about.length} preguntas quedaron sin respuesta: ${es}. ${reason.happened.es}${source.es}`,
      ),
      say(
        'Ask by another resolver. If it is the same there, the name servers of the domain must be mended.',
        'Preguntar con otro servidor DNS. Si ocurre lo mismo, hay que arreglar los servidores DNS del dominio.',
      ),
    )
  },
}

/** Whose trouble it is: that of the domain, or of the way to it. */
function sourceWords(atSource: readonly AtSource[]) {
  const [first] = atSource
  if (first === undefined) return say('', '')
  const { server } = first
  return atSource.some(({ isAnswered }) => isAnswered)
    ? say(
        ` Its name server ${server} does answer: the trouble is on the way from your resolver, or in the signatures.`,
        ` Su servidor DNS ${server} sí responde: el problema está en el camino desde su resolutor o en las firmas.`,
      )
    : say(
        ` Its own name server ${server} gives no answer either.`,
        ` Tampoco responde su propio servidor DNS ${server}.`,
      )
}
