// RCH-12: whether the server has one name everywhere, and one that looks like a server's.
import { isDomain } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { AddressCheck } from '../fleet.ts'
import { greetedName, helloedName } from '../greeted-name.ts'

export const reverseNameCompared: AddressCheck = {
  id: 'RCH-12',
  name: say('One name everywhere', 'Un solo nombre en todas partes'),
  severity: 'low',
  reference: 'RFC 5321 §4.1.4',
  judge({ facts: { address, names }, places }) {
    if (names === null || 'failure' in names || names.value.length === 0) return null
    const own = names.value.map(({ name }) => name)
    const generic = own.find((name) => isGeneric(name, address))
    if (generic !== undefined) {
      return fail(
        say(
          `${generic} looks like a name that a provider gives to every customer.`,
          `${generic} parece un nombre que el proveedor da a cualquier cliente.`,
        ),
        say(
          'Have the address named after the server: others take mail from such names for spam.',
          'Hacer que la dirección lleve el nombre del servidor: otros toman por basura el correo de tales nombres.',
        ),
      )
    }
    const said = new Set(places.flatMap((place) => [greetedName(place), helloedName(place)]).filter(isName))
    if (said.size === 0) return null
    const others = [...said].filter((name) => !own.includes(name))
    if (others.length === 0)
      return pass(say(`It is ${own.join(', ')} everywhere.`, `Es ${own.join(', ')} en todas partes.`))
    return warn(
      say(
        `DNS calls it ${own.join(', ')}, it calls itself ${others.join(', ')}. No rule forbids that.`,
        `El DNS lo llama ${own.join(', ')} y él se llama ${others.join(', ')}. Ninguna regla lo prohíbe.`,
      ),
      say('One host name everywhere is easier to trust.', 'Un solo nombre en todas partes inspira más confianza.'),
    )
  },
}

const isName = (name: string | null): name is string => name !== null && isDomain(name)

/** Words that providers use, or the address itself within its name. */
function isGeneric(name: string, address: string): boolean {
  if (/(?:^|[.\d-])(?:dynamic|dyn|dhcp|pool|dsl|adsl|dialup|cable|ppp)(?:[.\d-]|$)/.test(name)) return true
  if (address.includes(':')) return false
  const numbers = address.split('.')
  const found = name.match(/\d+/g)?.map((digits) => String(Number(digits))) ?? []
  return numbers.every((number) => found.includes(number))
}
