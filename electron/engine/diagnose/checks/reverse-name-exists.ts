// RCH-10: whether the address of the server has a name.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { AddressCheck } from '../fleet.ts'
import { titleOf } from '../preconditions.ts'

export const reverseNameExists: AddressCheck = {
  id: 'RCH-10',
  name: say('The address has a name', 'La dirección tiene nombre'),
  severity: { mx: 'medium', submission: 'low' },
  reference: 'RFC 1912 §2.1',
  judge({ facts: { address, names } }) {
    if (names === null) return null
    if ('failure' in names) {
      const { en, es } = titleOf(names.failure)
      return indeterminate(say(`Not judged. ${en}.`, `Sin valorar. ${es}.`))
    }
    const list = names.value.map(({ name }) => name).join(', ')
    if (names.value.length === 1) return pass(say(`${address} is ${list}.`, `${address} es ${list}.`))
    if (names.value.length > 1) {
      return warn(
        say(`${address} has several names: ${list}.`, `${address} tiene varios nombres: ${list}.`),
        say('Keep one PTR record for each address.', 'Dejar un solo registro PTR por dirección.'),
      )
    }
    return fail(
      say(
        `${address} has no name (PTR): Gmail and others refuse mail from such addresses.`,
        `${address} no tiene nombre (PTR): Gmail y otros rechazan el correo de tales direcciones.`,
      ),
      say(
        'Ask whoever owns the address, often the hosting company, to set reverse DNS.',
        'Pedir a quien posee la dirección, a menudo el proveedor de alojamiento, que configure el DNS inverso.',
      ),
    )
  },
}
