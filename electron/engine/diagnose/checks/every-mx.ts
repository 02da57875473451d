// MX-12: whether every server that the domain names for its mail can be reached.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import { endsOf } from '../evidence.ts'
import type { Fleet, FleetCheck } from '../fleet.ts'
import type { Observed } from '../observed.ts'

export const everyMx: FleetCheck = {
  id: 'MX-12',
  name: say('Every server for the mail answers', 'Responden todos los servidores de correo'),
  severity: 'high',
  reference: 'RFC 5321 §5.1',
  judge(fleet) {
    const hosts = hostsOf(fleet)
    if (hosts.length === 0) return null
    const unknown = hosts.filter(({ state }) => state === 'unknown')
    if (unknown.length > 0) return indeterminate(notAsked(unknown.map(({ host }) => host).join(', ')))
    const dead = hosts.filter(({ state }) => state === 'dead')
    const evidence = endsOf(dead.flatMap(({ places }) => places))
    const names = dead.map(({ host }) => host).join(', ')
    if (dead.length === 0) return pass(say(`All ${hosts.length} of them greet.`, `Saludan todos: ${hosts.length}.`))
    const best = Math.min(...hosts.map(({ preference }) => preference))
    return dead.some(({ preference }) => preference === best)
      ? fail(
          say(`No greeting from ${names}, which come first.`, `Sin saludo de ${names}, que van en primer lugar.`),
          advice,
          evidence,
        )
      : warn(
          say(
            `No greeting from ${names}, which would stand in for the others.`,
            `Sin saludo de ${names}, que debería sustituir a los demás.`,
          ),
          advice,
          evidence,
        )
  },
}

type MxState = {
  readonly host: string
  readonly preference: number
  readonly places: readonly Observed[]
  readonly state: 'alive' | 'dead' | 'unknown'
}

function hostsOf({ domain, places }: Fleet): MxState[] {
  if (domain?.route?.source !== 'mx') return []
  return domain.route.hosts.flatMap(({ host, preference }) => {
    const own = places.filter(({ endpoint }) => endpoint.host === host)
    if (own.length === 0) return []
    return [{ host, preference, places: own, state: stateOf(own) }]
  })
}

function stateOf(places: readonly Observed[]): MxState['state'] {
  if (places.some(({ greeting }) => greeting !== null)) return 'alive'
  const isUnknown = ({ failure, lacksRoute }: Observed) => lacksRoute === true || failure?.kind === 'stopped'
  return places.every(isUnknown) ? 'unknown' : 'dead'
}

const notAsked = (names: string) =>
  say(`Not judged: ${names} could not be asked.`, `Sin valorar: no se pudo preguntar a ${names}.`)

const advice = say(
  'Bring them up, or take them out of the MX records: senders wait for each before they try the next.',
  'Ponerlos en marcha o quitarlos de los registros MX: quien envía espera a cada uno antes de probar el siguiente.',
)
