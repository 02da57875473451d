// RCH-13: whether it matters which of the servers behind a name or a domain is reached.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, pass, warn } from '../check.ts'
import type { FleetCheck } from '../fleet.ts'
import { endpointName, type Observed } from '../observed.ts'
import { firstOffers, lastOffers } from '../preconditions.ts'

export const fleetConsistency: FleetCheck = {
  id: 'RCH-13',
  name: say('All places behave alike', 'Todos los sitios se comportan igual'),
  severity: 'medium',
  reference: 'RFC 5321 §5.1',
  judge({ places }) {
    const groups = [...Map.groupBy(places.filter(isJudged), ({ endpoint }) => endpoint.port).values()]
    const several = groups.filter((group) => group.length > 1)
    if (several.length === 0) return null
    const plain = several.flatMap((group) => (group.some(hasTls) ? group.filter((one) => !hasTls(one)) : []))
    if (plain.length > 0) return fail(withoutTls(namesOf(plain)), advice, plain.flatMap(hello))
    const differing = traits.filter(({ of }) => several.some((group) => new Set(group.map(of)).size > 1))
    if (differing.length === 0)
      return pass(say('Every place offers the same.', 'Todos ofrecen lo mismo.'), several.flat().flatMap(hello))
    const list = (language: 'en' | 'es') => differing.map(({ name }) => name[language]).join(', ')
    return warn(
      say(`They differ in: ${list('en')}.`, `Se diferencian en: ${list('es')}.`),
      advice,
      several.flat().flatMap(hello),
    )
  },
}

/** Only whole sessions can be compared. */
const isJudged = (place: Observed): boolean => place.failure === null && lastOffers(place) !== null

const hasTls = (place: Observed): boolean =>
  place.tls !== null || firstOffers(place)?.some(({ keyword }) => keyword === 'STARTTLS') === true

type Trait = { readonly name: Words; of(place: Observed): string }

const traits: readonly Trait[] = [
  { name: say('extensions', 'extensiones'), of: (place) => keywordsOf(place).join() },
  { name: say('ways to log in', 'formas de iniciar sesión'), of: (place) => loginsOf(place).join() },
  { name: say('version of TLS', 'versión de TLS'), of: ({ tls }) => tls?.version ?? '' },
  { name: say('issuer of the certificate', 'emisor del certificado'), of: ({ tls }) => tls?.chain[0]?.issuer ?? '' },
]

const keywordsOf = (place: Observed): string[] =>
  (lastOffers(place) ?? []).map(({ keyword }) => keyword.toUpperCase()).sort()

const loginsOf = (place: Observed): string[] =>
  (lastOffers(place) ?? [])
    .filter(({ keyword }) => keyword.toUpperCase() === 'AUTH')
    .flatMap(({ parameters }) => parameters)
    .sort()

const namesOf = (places: readonly Observed[]): string => places.map(({ endpoint }) => endpointName(endpoint)).join(', ')

/** The last answer to EHLO begins behind it. */
function hello({ session, entries }: Observed) {
  const said = entries.findLast(({ direction, text }) => direction === 'client' && /^EHLO /i.test(text))
  return said === undefined ? [] : [{ session, entry: said.index }]
}

const withoutTls = (names: string) =>
  say(
    `Encryption is missing at ${names}, though the others have it.`,
    `Falta el cifrado en ${names}, aunque los demás lo tienen.`,
  )
const advice = say(
  'Give all of them the same settings: what a sender gets should not depend on chance.',
  'Dar a todos la misma configuración: lo que recibe quien envía no debería depender del azar.',
)
