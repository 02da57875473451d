// RCH-11: whether the name of the address leads back to the address.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { AddressCheck } from '../fleet.ts'
import type { ReverseName } from '../surroundings.ts'

export const reverseNameConfirmed: AddressCheck = {
  id: 'RCH-11',
  name: say('Name and address confirm each other', 'Nombre y dirección se confirman'),
  severity: { mx: 'high', submission: 'low' },
  reference: 'RFC 8601 §2.7.3',
  judge({ facts: { address, names } }) {
    if (names === null || 'failure' in names || names.value.length === 0) return null
    const own = names.value.find((name) => leadsTo(name, address))
    const astray = names.value.filter((name) => 'value' in name.addresses && !leadsTo(name, address))
    if (own !== undefined && astray.length > 0) return warn(partly(astray, address), advice)
    if (own !== undefined)
      return pass(say(`${own.name} leads back to ${address}.`, `${own.name} lleva de vuelta a ${address}.`))
    if (names.value.some(({ addresses }) => 'failure' in addresses)) return indeterminate(unclear)
    const list = names.value.map(({ name }) => name).join(', ')
    return fail(
      say(
        `${address} calls itself ${list}, which does not lead back to it.`,
        `${address} se llama ${list}, que no lleva de vuelta a ella.`,
      ),
      advice,
    )
  },
}

export const leadsTo = ({ addresses }: ReverseName, address: string): boolean =>
  'value' in addresses && addresses.value.includes(address)

function partly(astray: readonly ReverseName[], address: string): Words {
  const list = astray.map(({ name }) => name).join(', ')
  return say(
    `${address} has a name that leads back to it, and others that do not: ${list}.`,
    `${address} tiene un nombre que lleva de vuelta a ella y otros que no: ${list}.`,
  )
}

const advice = say(
  'Make the PTR record and the address record (A or AAAA) name each other.',
  'Hacer que el registro PTR y el de dirección (A o AAAA) se nombren mutuamente.',
)
const unclear = say(
  'Not judged: DNS could not tell where the name leads.',
  'Sin valorar: el DNS no pudo decir adónde lleva el nombre.',
)
