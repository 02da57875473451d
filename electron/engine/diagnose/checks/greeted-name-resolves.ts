// EHL-02: whether the name by which the server greets leads back to it.
import { isAddressLiteral, isDomain } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import { greetingEvidence } from '../evidence.ts'
import type { PlaceCheck } from '../fleet.ts'
import { greetedName } from '../greeted-name.ts'
import { titleOf } from '../preconditions.ts'
import { isPublicAddress } from '../public-address.ts'
import { ownName } from '../settings.ts'

export const greetedNameResolves: PlaceCheck = {
  id: 'EHL-02',
  name: say('The name in the greeting is its own', 'El nombre del saludo es el suyo'),
  severity: 'low',
  reference: 'RFC 5321 §2.3.5',
  judge({ observed, fleet }) {
    const name = greetedName(observed)
    // What is no name at all is the business of EHL-01.
    if (name === null || isAddressLiteral(name) || !isDomain(name)) return null
    // Inside a network the same server has other names and addresses than outside.
    if (!isPublicAddress(observed.address)) return null
    const evidence = greetingEvidence(observed)
    if (isOnlyLocal(name)) {
      return fail(
        say(`${name} is a name that nobody else knows.`, `${name} es un nombre que nadie más conoce.`),
        advice,
        evidence,
      )
    }
    const addresses = fleet.around.greeted.get(name)
    if (addresses === undefined) return null
    if ('failure' in addresses) {
      const { en, es } = titleOf(addresses.failure)
      return indeterminate(say(`Not judged. ${en}.`, `Sin valorar. ${es}.`), evidence)
    }
    if (addresses.value.includes(observed.address))
      return pass(say(`${name} leads to ${observed.address}.`, `${name} lleva a ${observed.address}.`), evidence)
    return addresses.value.length === 0
      ? warn(say(`${name} has no address.`, `${name} no tiene dirección.`), advice, evidence)
      : warn(
          say(
            `${name} leads to ${addresses.value.join(', ')}, not to ${observed.address}.`,
            `${name} lleva a ${addresses.value.join(', ')}, no a ${observed.address}.`,
          ),
          advice,
          evidence,
        )
  },
}

/** RFC 6761 §6.3, RFC 6762 §3; one label alone is no name outside. */
const isOnlyLocal = (name: string): boolean => !name.includes('.') || /\.(?:local|localhost|localdomain)$/.test(name)

const advice = advise(
  'Set the host name of the server to one that DNS leads to its address.',
  'Poner al servidor un nombre que el DNS lleve a su dirección.',
  ownName,
)
