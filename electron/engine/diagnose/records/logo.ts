// The logo that a domain publishes by BIMI: the picture and its certificate, fetched from where the record says they are.
import { type FetchTools, fetchText, type TextPlace } from '../../dns/fetch-text.ts'
import { type Answered, textsOf } from './answered.ts'
import { faultsOfMark, type MarkFault } from './mark-certificate.ts'
import { organisationByList } from './public-suffix.ts'
import { readTagList, type TagList, tagOf } from './tag-list.ts'
import { faultsOfSvg, type SvgFault } from './tiny-svg.ts'

/** `trouble`: why it could not be fetched. */
export type LogoPart<Fault> = { readonly trouble: string | null; readonly faults: readonly Fault[] }

export type LogoSeen = {
  /** Null where the record names none by https. */
  readonly picture: LogoPart<SvgFault> | null
  /** Null where the record names none. */
  readonly certificate: LogoPart<MarkFault> | null
}

export type LogoTools = FetchTools & { readonly fetchSettings?: typeof fetchText; readonly now: () => Date }

/** The draft of BIMI: 32 kilobytes at most. */
const mostPicture = 32 * 1024
/** Milliseconds: nobody should wait long for a picture. */
const patience = 8_000

/** The tags of the record; null where there is none. */
export function logoTags(bimi: Answered): TagList | null {
  const text = textsOf(bimi).find((one) => /^v\s*=\s*BIMI1\s*(?:;|$)/i.test(one))
  return text === undefined ? null : readTagList(text)
}

/** Null where there is no record. Throws `stopped` alone. */
export async function findLogo(domain: string, bimi: Answered, tools: LogoTools): Promise<LogoSeen | null> {
  const tags = logoTags(bimi)
  if (tags === null) return null
  const names = markNames(domain)
  const [picture, certificate] = await Promise.all([
    fetchPart(tagOf(tags, 'l') ?? '', { types: ['image/svg+xml'], most: mostPicture }, tools, faultsOfSvg),
    fetchPart(tagOf(tags, 'a') ?? '', { types: [] }, tools, (pem) => faultsOfMark(pem, names, tools.now())),
  ])
  return { picture, certificate }
}

/** That of the domain or of its organisation, alone or with the selector. */
function markNames(domain: string): string[] {
  const names = new Set([domain, organisationByList(domain) ?? domain])
  return [...names].flatMap((name) => [name, `default._bimi.${name}`])
}

async function fetchPart<Fault>(
  url: string,
  how: Pick<TextPlace, 'types' | 'most'>,
  { fetchSettings = fetchText, ...tools }: LogoTools,
  judge: (text: string) => Fault[],
): Promise<LogoPart<Fault> | null> {
  if (url === '') return null
  const place = placeOf(url)
  if (place === null) return { trouble: 'its address is none by https', faults: [] }
  const fetched = await fetchSettings({ ...place, ...how }, { ...tools, milliseconds: patience })
  if (fetched.kind === 'failed') return { trouble: fetched.reason, faults: [] }
  return { trouble: null, faults: judge(fetched.text) }
}

function placeOf(text: string): Pick<TextPlace, 'host' | 'path' | 'port'> | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'https:') return null
  const port = url.port === '' ? {} : { port: Number(url.port) }
  return { host: url.hostname, path: `${url.pathname}${url.search}`, ...port }
}
