// PERF-15: how quick each of the servers for the mail is, beside the others.
import { say } from '#shared/explain/words.ts'
import { pass, warn } from '../check.ts'
import type { FleetCheck } from '../fleet.ts'
import { bestTime, isMuchSlower } from './session-time.ts'

export const mxTimes: FleetCheck = {
  id: 'PERF-15',
  name: say('All servers for the mail are as quick', 'Todos los servidores de correo son igual de rápidos'),
  severity: 'low',
  reference: 'RFC 5321 §5.1',
  judge({ domain, places }) {
    const hosts = domain?.route?.source === 'mx' ? domain.route.hosts : []
    const times = hosts
      .flatMap(({ host }) => {
        const time = bestTime(places.filter(({ endpoint }) => endpoint.host === host))
        return time === null ? [] : [{ host, ...time }]
      })
      .toSorted((one, other) => one.ms - other.ms)
    const [first] = times
    const last = times.at(-1)
    if (first === undefined || last === undefined || times.length < 2) return null
    const list = times.map(({ host, ms }) => `${host} ${ms} ms`).join(', ')
    const summary = say(`A session takes: ${list}.`, `Una sesión tarda: ${list}.`)
    const evidence = times.map((time) => time.evidence)
    if (!isMuchSlower(last.ms, first.ms)) return pass(summary, evidence)
    return warn(
      summary,
      say(`Look at ${last.host}: its load, and the way there.`, `Revisar ${last.host}: su carga y el camino hasta él.`),
      evidence,
    )
  },
}
