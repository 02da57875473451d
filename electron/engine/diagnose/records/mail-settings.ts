// Where mail programs find the settings of a domain's mail: SRV records, autoconfig and autodiscover.
import { type FetchedText, type FetchTools, fetchText, type TextPlace } from '../../dns/fetch-text.ts'
import type { RecordOf } from '../../dns/index.ts'
import { type Answered, addressesOf } from './answered.ts'
import type { Asker } from './asker.ts'

export type ServicePlace = { readonly host: string; readonly port: number }

export type ServiceSeen = {
  readonly service: (typeof services)[number]
  readonly answer: Answered
  readonly records: readonly RecordOf<'SRV'>[]
  /** Targets without any address. */
  readonly dead: readonly string[]
}

export type WebSettings = {
  /** The first place that answers; that of the last one where none does. */
  readonly url: string
  readonly fetched: FetchedText
  /** Servers for sending; none where the text names none. */
  readonly outgoing: readonly ServicePlace[]
}

export type MailSettings = {
  readonly services: readonly ServiceSeen[]
  readonly autoconfig: WebSettings
  readonly autodiscover: WebSettings
  /** Where SRV says that autodiscover is. */
  readonly autodiscoverAt: Answered
}

/** RFC 6186 §3, RFC 8314 §5.1 */
export const services = ['_submissions', '_submission', '_imaps', '_imap'] as const

/** Milliseconds: these are mostly absent, and nobody should wait for them long. */
const patience = 8_000

/** Throws `stopped` alone. */
export async function findSettings(
  domain: string,
  asker: Asker,
  tools: FetchTools & { readonly fetchSettings?: typeof fetchText },
): Promise<MailSettings> {
  const { fetchSettings = fetchText } = tools
  const fetch = (place: TextPlace) => fetchSettings(place, { ...tools, milliseconds: patience })
  const [seen, autoconfig, autodiscover, autodiscoverAt] = await Promise.all([
    Promise.all(services.map((service) => findService(service, domain, asker))),
    firstOf(autoconfigPlaces(domain), fetch),
    firstOf(autodiscoverPlaces(domain), fetch),
    asker.ask(`_autodiscover._tcp.${domain}`, 'SRV'),
  ])
  return { services: seen, autoconfig, autodiscover, autodiscoverAt }
}

async function findService(service: ServiceSeen['service'], domain: string, { ask }: Asker): Promise<ServiceSeen> {
  const answer = await ask(`${service}._tcp.${domain}`, 'SRV')
  const records = answer.records.filter((record): record is RecordOf<'SRV'> => record.type === 'SRV')
  const targets = [...new Set(records.map(({ target }) => target).filter(isOffered))].slice(0, mostTargets)
  const dead = await Promise.all(
    targets.map(async (target) => {
      const answers = await Promise.all([ask(target, 'A'), ask(target, 'AAAA')])
      const isDead = addressesOf(answers).length === 0 && answers.every(({ failure }) => failure === null)
      return isDead ? [target] : []
    }),
  )
  return { service, answer, records, dead: dead.flat() }
}

const mostTargets = 8

/** RFC 2782: a target of `.` says that the service is not offered. */
export const isOffered = (target: string): boolean => target !== '' && target !== '.'

const xml = ['text/xml', 'application/xml']
const autoconfigPath = '/mail/config-v1.1.xml'

const autoconfigPlaces = (domain: string): TextPlace[] => [
  { host: `autoconfig.${domain}`, path: autoconfigPath, types: xml },
  { host: domain, path: `/.well-known/autoconfig${autoconfigPath}`, types: xml },
  { host: `autoconfig.${domain}`, path: autoconfigPath, types: xml, isPlain: true },
]
const autodiscoverPlaces = (domain: string): TextPlace[] => [
  { host: `autodiscover.${domain}`, path: '/autodiscover/autodiscover.xml', types: xml },
  { host: domain, path: '/autodiscover/autodiscover.xml', types: xml },
]

async function firstOf(
  places: readonly TextPlace[],
  fetch: (place: TextPlace) => Promise<FetchedText>,
): Promise<WebSettings> {
  let last: WebSettings = { url: '', fetched: { kind: 'failed', reason: '' }, outgoing: [] }
  for (const place of places) {
    const fetched = await fetch(place)
    const url = `${place.isPlain ? 'http' : 'https'}://${place.host}${place.path}`
    if (fetched.kind === 'text') return { url, fetched, outgoing: outgoingIn(fetched.text) }
    last = { url, fetched, outgoing: [] }
  }
  return last
}

/** By patterns: two elements are read, and nothing in them is followed. */
export function outgoingIn(text: string): ServicePlace[] {
  const blocks = [
    ...text.matchAll(/<outgoingServer\b[^>]*>([\s\S]*?)<\/outgoingServer>/gi),
    ...text.matchAll(/<Protocol>(\s*<Type>\s*SMTP\s*<\/Type>[\s\S]*?)<\/Protocol>/gi),
  ]
  return blocks.flatMap(([, block = '']) => {
    const host = /<(?:hostname|Server)>\s*([^<\s]+)\s*</i.exec(block)?.[1]
    const port = /<port>\s*(\d{1,5})\s*</i.exec(block)?.[1]
    return host === undefined || port === undefined ? [] : [{ host: host.toLowerCase(), port: Number(port) }]
  })
}

/** Servers for sending that SRV names. */
export const submissionsOf = ({ services: seen }: MailSettings): ServicePlace[] =>
  seen
    .filter(({ service }) => service.startsWith('_submission'))
    .flatMap(({ records }) => records.filter(({ target }) => isOffered(target)))
    .map(({ target, port }) => ({ host: target.toLowerCase().replace(/\.$/, ''), port }))
