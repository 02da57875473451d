// TLS-C9: whose order of suites counts, and whether it leads to a weak one. Hygiene alone: the handshake protects the choice.
import { say } from '#shared/explain/words.ts'
import type { SuiteList } from '#shared/values/tls-scan.ts'
import { advise } from '../advice.ts'
import { fail, pass, warn } from '../check.ts'
import { ownOrder } from '../settings.ts'
import { scanCheck } from './scan-check.ts'

const advice = advise(
  'Let the server choose, strong suites first, and leave weak ones out.',
  'Dejar que elija el servidor, los conjuntos fuertes primero, y quitar los débiles.',
  ownOrder,
)

export const suiteOrder = scanCheck({
  id: 'TLS-C9',
  name: say('Strong suites come first', 'Los conjuntos fuertes van primero'),
  severity: 'low',
  reference: 'RFC 9325 §4.2',
  least: 'standard',
  judge({ suites }) {
    // In SSL 2.0 the client chooses, and TLS-V6 speaks of it.
    const lists = suites.filter((list) => list.version !== 'SSLv2' && list.suites.length > 0)
    if (lists.length === 0) return null
    const spoiled = lists.find(prefersWeak)
    if (spoiled !== undefined) {
      const { version } = spoiled
      return fail(
        say(`In ${version} the server prefers a weak suite.`, `En ${version} el servidor prefiere un conjunto débil.`),
        advice,
      )
    }
    const led = lists.find((list) => list.order === 'client' && list.suites.some(isWeak))
    if (led !== undefined) {
      const { version } = led
      return warn(
        say(
          `In ${version} the client chooses, and weak suites are among the choices.`,
          `En ${version} elige el cliente y entre las opciones hay conjuntos débiles.`,
        ),
        advice,
      )
    }
    return pass(say('No weak suite comes before a strong one.', 'Ningún conjunto débil va antes que uno fuerte.'))
  },
})

const isWeak = ({ strength }: SuiteList['suites'][number]) => strength === 'weak' || strength === 'broken'

const prefersWeak = ({ order, suites: [first, ...rest] }: SuiteList) =>
  order === 'server' && first !== undefined && isWeak(first) && rest.some((suite) => !isWeak(suite))
