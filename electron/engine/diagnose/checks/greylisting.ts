// POL-08: whether strangers are asked to come back later, and what becomes of who does.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import { isPutOff } from '../probes/offer.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import type { SecondTry } from '../probes/second-try.ts'
import { saidWords } from '../said-words.ts'

export const greylisting: ProbeCheck<RecipientsSeen> = {
  id: 'POL-08',
  name: say('Strangers are not put off (greylisting)', 'No se hace esperar a desconocidos (lista gris)'),
  severity: 'info',
  reference: 'RFC 6647 §2',
  judge({ seen: { postmaster, abuse, unknown, secondTry } }) {
    const all = [...postmaster, abuse, unknown]
    const later = all.find(isPutOff)
    if (later === undefined) return pass(say('They are not.', 'Así es.'), all[0]?.evidence ?? [])
    const after = secondTry === null ? untried : outcomeOf(secondTry)
    return warn(say(`${putOff.en} ${after.summary.en}`, `${putOff.es} ${after.summary.es}`), after.advice, [
      ...later.evidence,
      ...(secondTry?.said?.evidence ?? []),
    ])
  },
}

type Outcome = { readonly summary: Words; readonly advice: Words }

const putOff = say(
  'The first mail of a stranger is put off for a while (greylisting).',
  'El primer correo de un desconocido se hace esperar un rato (lista gris).',
)
const nothingToDo = say(
  'Nothing has to be done; servers come back by themselves.',
  'No hay que hacer nada: los servidores vuelven solos.',
)
const untried: Outcome = {
  summary: say('Whether a second try is taken was not asked.', 'No se preguntó si se acepta un segundo intento.'),
  advice: nothingToDo,
}

function outcomeOf({ seconds, said }: SecondTry): Outcome {
  if (said === null)
    return {
      summary: say(
        `${seconds} s later the server could not be talked to.`,
        `${seconds} s después no se pudo hablar con el servidor.`,
      ),
      advice: nothingToDo,
    }
  if (isPutOff(said))
    return {
      summary: say(`${seconds} s later it still is.`, `${seconds} s después sigue esperando.`),
      advice: say(
        'Servers try for days, so it only takes longer. Heloise can be asked again in some minutes.',
        'Los servidores lo intentan durante días: solo tarda más. Se puede volver a preguntar dentro de unos minutos.',
      ),
    }
  if (said.reply?.code === 250)
    return {
      summary: say(`A second try ${seconds} s later is taken.`, `Se acepta un segundo intento ${seconds} s después.`),
      advice: nothingToDo,
    }
  const { en, es } = saidWords('RCPT', said)
  return {
    summary: say(`${seconds} s later: ${en}`, `${seconds} s después: ${es}`),
    advice: say(
      'Look why who comes back is refused for another reason.',
      'Mirar por qué se rechaza por otro motivo a quien vuelve.',
    ),
  }
}
