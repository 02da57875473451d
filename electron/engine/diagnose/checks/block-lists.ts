// RCH-15: whether the address of the server is on one of the lists that the person chose.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { AddressCheck } from '../fleet.ts'
import type { Listing } from '../surroundings.ts'

export const blockLists: AddressCheck = {
  id: 'RCH-15',
  name: say('The address is on no block list', 'La dirección no está en listas de bloqueo'),
  severity: 'high',
  reference: 'RFC 5782 §2.1',
  judge({ facts: { address, listings } }) {
    if (listings.length === 0) return null
    const listed = listings.filter(({ state }) => state === 'listed')
    if (listed.length > 0) {
      const list = listed.map(({ list, codes }) => `${list} (${codes.join(', ')})`).join(', ')
      const judge = listed.some(isWidelyUsed) ? fail : warn
      return judge(
        say(`${address} is on ${list}.`, `${address} está en ${list}.`),
        say(
          'Find out why and mend it, then use the removal page of that list.',
          'Averiguar el motivo y corregirlo; después, usar la página de baja de esa lista.',
        ),
      )
    }
    const silent = listings.filter(({ state }) => state !== 'clear')
    if (silent.length > 0) return indeterminate(reasonOf(silent))
    const names = listings.map(({ list }) => list).join(', ')
    return pass(say(`${address} is not on ${names}.`, `${address} no está en ${names}.`))
  },
}

/** Those that many servers refuse mail by; another one counts for few. */
const widelyUsed = /(?:^|\.)(?:spamhaus\.(?:org|net)|spamcop\.net|barracudacentral\.org)$/i
const isWidelyUsed = ({ list }: Listing): boolean => widelyUsed.test(list)

function reasonOf(silent: readonly Listing[]) {
  const refused = silent.filter(({ state }) => state === 'refused').map(({ list }) => list)
  const broken = silent.filter(({ state }) => state === 'broken').map(({ list }) => list)
  const en = [
    ...(refused.length > 0 ? [`${refused.join(', ')} does not answer this resolver (choose one of your own)`] : []),
    ...(broken.length > 0 ? [`${broken.join(', ')} does not work: it does not know its test entry`] : []),
  ]
  const es = [
    ...(refused.length > 0 ? [`${refused.join(', ')} no responde a este servidor DNS (elegir uno propio)`] : []),
    ...(broken.length > 0 ? [`${broken.join(', ')} no funciona: no conoce su entrada de prueba`] : []),
  ]
  return say(`Not judged: ${en.join('; ')}.`, `Sin valorar: ${es.join('; ')}.`)
}
