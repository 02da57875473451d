// ROB-03: what a server does with clients that do not wait for its answers. One that is busy says nothing about it.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { advise } from '../advice.ts'
import { indeterminate, pass, warn } from '../check.ts'
import { saysBusy } from '../gate.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'
import { refuseEarlyTalk } from '../settings.ts'
import type { Said } from '../talk.ts'

export const earlyTalk: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-03',
  name: say('Clients that talk out of turn', 'Clientes que hablan fuera de turno'),
  severity: 'info',
  reference: 'RFC 2920 §3.1',
  judge({ seen: { beforeGreeting, early } }) {
    const evidence = [...beforeGreeting, ...early].flatMap((said) => said.evidence)
    const before = isGone(beforeGreeting) ? 'gone' : treatmentOf(beforeGreeting)
    const later = treatmentOf(early)
    const open = isOpen(before) ? before : isOpen(later) ? later : null
    if (open !== null) return indeterminate(reasons[open], evidence)
    if (before === 'borne' && later === 'borne')
      return warn(
        say(
          'A client that does not wait for its turn is let through, although most of those send spam.',
          'Se deja pasar a un cliente que no espera su turno, aunque la mayoría de esos envía spam.',
        ),
        advise('Refuse clients that do not wait.', 'Rechazar a los clientes que no esperan.', refuseEarlyTalk),
        evidence,
      )
    if (before === later)
      return pass(
        say(
          'They are refused: it keeps out senders of spam, and careless programs too.',
          'Se rechazan: eso frena a quienes envían spam, y también a programas descuidados.',
        ),
        evidence,
      )
    return pass(before === 'borne' ? onlyLater : onlyBefore, evidence)
  },
}

/** `gone`: without a greeting; of who is busy, too, nothing is known. */
type Open = 'busy' | 'gone' | 'silent'
type Treatment = Open | 'borne' | 'refused'

const isOpen = (treatment: Treatment): treatment is Open => treatment !== 'borne' && treatment !== 'refused'

const isGone = ([first]: readonly Said[]): boolean => first?.end === 'closed'

function treatmentOf(group: readonly Said[]): Treatment {
  if (saysBusy(group)) return 'busy'
  const codes = group.flatMap(({ reply }) => reply?.code ?? [])
  if (codes.length === 2 && codes.every((code) => code < 400)) return 'borne'
  const isRefused = codes.some((code) => code >= 400) || group.some(({ end }) => end === 'closed')
  return isRefused ? 'refused' : 'silent'
}

const reasons: Readonly<Record<Open, Words>> = {
  busy: say(
    'Not judged: the server says that it is busy (421, or too many connections), also when it was asked again later.',
    'Sin valorar: el servidor dice que está ocupado (421, o demasiadas conexiones), también al preguntar más tarde.',
  ),
  gone: say(
    'Not judged: the server hung up before it greeted; whether it was busy or did not like the early word cannot be told.',
    'Sin valorar: el servidor colgó antes de saludar; no se sabe si estaba ocupado o no le gustó la prisa.',
  ),
  silent: say('Not judged: the server left it without an answer.', 'Sin valorar: el servidor lo dejó sin respuesta.'),
}

const onlyBefore = say(
  'Those who speak before the greeting are refused; those who do not wait for an answer later are let through.',
  'Se rechaza a quienes hablan antes del saludo; se deja pasar a quienes luego no esperan una respuesta.',
)
const onlyLater = say(
  'Those who do not wait for an answer are refused; those who speak before the greeting are let through.',
  'Se rechaza a quienes no esperan una respuesta; se deja pasar a quienes hablan antes del saludo.',
)
