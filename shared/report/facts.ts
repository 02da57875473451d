// A report as facts: of each place and of the domain, what is so, under a name that another report has as well.
import { tlsTerms, traitWords } from '../explain/tls-scan.ts'
import { say } from '../explain/words.ts'
import type { Capability } from '../values/capability.ts'
import type { EndpointState, Offers, Report } from '../values/report.ts'
import type { Words } from '../values/settings.ts'
import type { TlsDetail } from '../values/tls.ts'
import type { TlsScan } from '../values/tls-scan.ts'
import { stateWords } from './words.ts'

export type Fact = { readonly name: Words; readonly value: Words }

/** By the place they are of, or by the name of a record; of the same name, the last counts. */
export type Facts = ReadonlyMap<string, readonly Fact[]>

export function factsOf({
  endpoints,
  offers,
  scans,
  records,
}: Pick<Report, 'endpoints' | 'offers' | 'scans' | 'records'>): Facts {
  const told: (readonly [place: string, facts: readonly Fact[]])[] = [
    ...records.map(({ name, type, text }) => [name, [fact(asIs(type), asIs(text))]] as const),
    ...endpoints.map((state) => [state.endpoint, [stateFact(state)]] as const),
    ...offers.map((one) => [one.endpoint, offersFacts(one)] as const),
    ...scans.map((scan) => [scan.endpoint, scanFacts(scan)] as const),
  ]
  const places = Map.groupBy(told, ([place]) => place)
  return new Map([...places].map(([place, parts]) => [place, parts.flatMap(([, facts]) => facts)]))
}

const fact = (name: Words, value: Words): Fact => ({ name, value })
const asIs = (text: string): Words => ({ en: text, es: text })

const stateFact = ({ state }: EndpointState) => fact(say('State', 'Estado'), stateWords[state])

function offersFacts({ greeting, beforeTls, afterTls, afterLogin, tls, auth }: Offers): Fact[] {
  return [
    fact(say('Greeting', 'Saludo'), asIs(greeting)),
    ...keywordFacts(beforeTls, beforeWords),
    ...keywordFacts(afterTls, afterWords),
    ...keywordFacts(afterLogin, loginWords),
    ...(tls === null ? [] : tlsFacts(tls)),
    ...auth.map(({ mechanism, beforeTls: early, afterTls: late }) =>
      fact(
        say(`Login ${mechanism}`, `Inicio de sesión ${mechanism}`),
        early ? (late ? bothWords : beforeWords) : afterWords,
      ),
    ),
  ]
}

const beforeWords = say('before TLS', 'antes de TLS')
const afterWords = say('after TLS', 'después de TLS')
const loginWords = say('after login', 'tras iniciar sesión')
const bothWords = say('before and after TLS', 'antes y después de TLS')
const offeredWords = say('offered', 'se ofrece')

const keywordFacts = (list: readonly Capability[] | null, when: Words): Fact[] =>
  (list ?? []).map(({ keyword, parameters }) =>
    fact(
      { en: `${keyword.toUpperCase()} ${when.en}`, es: `${keyword.toUpperCase()} ${when.es}` },
      parameters.length === 0 ? offeredWords : asIs(parameters.join(' ')),
    ),
  )

function tlsFacts({ version, cipher, keyExchange, authorized, chain: [leaf] }: TlsDetail): Fact[] {
  return [
    fact(say('TLS version', 'Versión de TLS'), asIs(version)),
    fact(say('Cipher suite', 'Conjunto de cifrado'), asIs(cipher)),
    fact(say('Key exchange', 'Intercambio de claves'), asIs(keyExchange ?? '–')),
    fact(say('Certificate trusted', 'Certificado de confianza'), authorized ? say('yes', 'sí') : say('no', 'no')),
    ...(leaf === undefined
      ? []
      : [
          fact(say('Certificate', 'Certificado'), asIs(leaf.sha256)),
          fact(say('Certificate valid until', 'Certificado válido hasta'), asIs(leaf.validTo.slice(0, 10))),
          fact(say('Certificate issuer', 'Emisor del certificado'), asIs(leaf.issuer.replaceAll('\n', ', '))),
        ]),
  ]
}

function scanFacts({ versions, classes, suites, groups, traits }: TlsScan): Fact[] {
  return [
    ...versions.map(({ version, outcome }) => fact(asIs(version), tlsTerms.outcomes[outcome])),
    ...classes.map((one) => fact(tlsTerms.classes[one.class], tlsTerms.outcomes[one.outcome])),
    ...suites.flatMap(({ version, order, suites: list }) => [
      fact(say(`Order of suites in ${version}`, `Orden de cifrados en ${version}`), tlsTerms.orders[order]),
      ...list.map(({ name }) => fact(asIs(`${version} ${name}`), offeredWords)),
    ]),
    ...groups.map(({ version, groups: list }) =>
      fact(say(`Groups in ${version}`, `Grupos en ${version}`), asIs(list.map(({ name }) => name).join(', '))),
    ),
    ...traits.map(({ trait, outcome }) => fact(traitWords[trait][0], tlsTerms.outcomes[outcome])),
  ]
}
