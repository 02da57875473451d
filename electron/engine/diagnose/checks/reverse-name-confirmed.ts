// RCH-11: whether the name of the address leads back to the address.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass } from '../check.ts'
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
    if (own !== undefined)
      return pass(say(`${own.name} leads back to ${address}.`, `${own.name} lleva de vuelta a ${address}.`))
    if (names.value.some(({ addresses }) => 'failure' in addresses)) return indeterminate(unclear)
    const list = names.value.map(({ name }) => name).join(', ')
    return fail(
      say(
        `${address} calls itself ${list}, which does not lead back to it.`,
        `${address} se llama ${list}, que no lleva de vuelta a ella.`,
      ),
      say(
        'Make the PTR record and the address record (A or AAAA) name each other.',
        'Hacer que el registro PTR y el de dirección (A o AAAA) se nombren mutuamente.',
      ),
    )
  },
}

export const leadsTo = ({ addresses }: ReverseName, address: string): boolean =>
  'value' in addresses && addresses.value.includes(address)

const unclear = say(
  'Not judged: DNS could not tell where the name leads.',
  'Sin valorar: el DNS no pudo decir adónde lleva el nombre.',
)
