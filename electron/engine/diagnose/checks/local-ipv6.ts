// RCH-05: whether this computer has IPv6 at all, for nothing can be said of IPv6 places without it.

import { ipFamily } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import { info, pass } from '../check.ts'
import { endsOf } from '../evidence.ts'
import type { FleetCheck } from '../fleet.ts'
import type { Observed } from '../observed.ts'

export const localIpv6: FleetCheck = {
  id: 'RCH-05',
  name: say('This computer has IPv6', 'Este equipo tiene IPv6'),
  severity: 'info',
  reference: 'RFC 5321 §5.2',
  judge({ places }) {
    const sixes = places.filter(isIpv6)
    if (sixes.length === 0) return null
    const without = sixes.filter(({ lacksRoute }) => lacksRoute)
    if (without.length === 0) return pass(say('It has a way to them.', 'Tiene cómo llegar a ellas.'))
    return info(
      say(
        'Your network has no IPv6, so the IPv6 addresses could not be judged.',
        'La red no tiene IPv6, así que no se pudieron valorar las direcciones IPv6.',
      ),
      say('To judge them, run this where there is IPv6.', 'Para valorarlas, repetirlo donde haya IPv6.'),
      endsOf(without),
    )
  },
}

export const isIpv6 = ({ endpoint, address }: Observed): boolean =>
  ipFamily(address || (endpoint.address?.address ?? endpoint.host)) === 6
