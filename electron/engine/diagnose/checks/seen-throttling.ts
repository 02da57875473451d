// RCH-14: whether a server said that it had too many of our connections.
import { say } from '#shared/explain/words.ts'
import { indeterminate, pass, warn } from '../check.ts'
import type { FleetCheck } from '../fleet.ts'
import type { Observed } from '../observed.ts'
import { isConnected } from '../preconditions.ts'

export const seenThrottling: FleetCheck = {
  id: 'RCH-14',
  name: say('It bears our connections', 'Soporta nuestras conexiones'),
  severity: 'info',
  reference: 'RFC 5321 §3.8',
  judge({ places, wasThrottled }) {
    const open = places.filter(isConnected)
    if (open.length === 0) return null
    const evidence = open.flatMap(busyReplies)
    if (open.every((place) => place.greeting === null || isBusy(place.greeting)) && evidence.length > 0)
      return indeterminate(blocked, evidence)
    if (evidence.length > 0 || wasThrottled) return warn(slowed, advice, evidence)
    return pass(say('Nothing was refused for being too much.', 'No se rechazó nada por excesivo.'))
  },
}

/** RFC 5321 §3.8: 421 is said at any time; others say in words that it is too much. */
const busyCode = /^421[ -]/
const busyWords = /^4(?:50|51|52)[ -].*too (?:many|fast)/i
const isBusy = (line: string) => busyCode.test(line) || busyWords.test(line)

const busyReplies = ({ session, entries }: Observed) =>
  entries
    .filter(({ direction, kind, text }) => direction === 'server' && kind === 'line' && isBusy(text))
    .map(({ index }) => ({ session, entry: index }))

const blocked = say(
  'Not judged: the server takes no more connections from here for now.',
  'Sin valorar: de momento el servidor no acepta más conexiones desde aquí.',
)
const advice = say(
  'Nothing has to be done. Who runs the server may let this computer have more connections for a diagnosis.',
  'No hay que hacer nada. Quien lleva el servidor puede permitir más conexiones a este equipo durante un diagnóstico.',
)
const slowed = say(
  'The server limits connections, so it was asked more slowly.',
  'El servidor limita las conexiones, así que se le preguntó más despacio.',
)
