// PERF-14: whether IPv6 is as quick as IPv4, for many programs try it first.
import { say } from '#shared/explain/words.ts'
import { pass, warn } from '../check.ts'
import type { HostCheck } from '../fleet.ts'
import { isIpv6 } from './local-ipv6.ts'
import { bestTime, isMuchSlower } from './session-time.ts'

export const familyTimes: HostCheck = {
  id: 'PERF-14',
  name: say('IPv6 is as quick as IPv4', 'IPv6 es tan rápido como IPv4'),
  severity: 'low',
  reference: 'RFC 5321 §5.2',
  judge({ places }) {
    const six = bestTime(places.filter(isIpv6))
    const four = bestTime(places.filter((place) => !isIpv6(place)))
    if (six === null || four === null) return null
    const summary = say(
      `A session takes ${six.ms} ms by IPv6, and ${four.ms} ms by IPv4.`,
      `Una sesión tarda ${six.ms} ms por IPv6 y ${four.ms} ms por IPv4.`,
    )
    const evidence = [six.evidence, four.evidence]
    if (!isMuchSlower(six.ms, four.ms) && !isMuchSlower(four.ms, six.ms)) return pass(summary, evidence)
    return warn(summary, say('Look at the route of the slower one.', 'Revisar la ruta de la más lenta.'), evidence)
  },
}
