// The text of a DKIM-Signature field (RFC 6376 §3.5). Pure.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { readTagList, tagOf } from '../records/tag-list.ts'
import { type Form, forms } from './canonical.ts'
import { fieldValue, type RawField } from './raw-message.ts'

export type DkimSignature = {
  readonly field: RawField
  readonly domain: string
  readonly selector: string
  /** `rsa-sha256`, `ed25519-sha256`, or one that is not accepted any more. */
  readonly algorithm: string
  readonly headerForm: Form
  readonly bodyForm: Form
  /** Names of the signed fields, in lower case and in their order. */
  readonly fields: readonly string[]
  readonly bodyHash: string
  readonly value: Buffer
  /** Octets of the body that are signed; null for all. */
  readonly length: number | null
  /** Seconds since 1970; null for no end. */
  readonly expires: number | null
  /** The domain of `i=`; that of `d=` where it is not told. */
  readonly agentDomain: string
  /** Why nobody can verify it, whatever it signs; null where somebody can. */
  readonly fault: Words | null
}

export function readSignature(field: RawField): DkimSignature {
  const tags = readTagList(fieldValue(field))
  const tag = (name: string) => tagOf(tags, name)?.trim() ?? null
  const whole = (name: string) => (tag(name) ?? '').replace(/\s/g, '')
  const [header = 'simple', body = 'simple'] = (tag('c') ?? 'simple/simple').toLowerCase().split('/')
  const domain = whole('d').toLowerCase()
  const signature = {
    field,
    domain,
    selector: whole('s'),
    algorithm: whole('a').toLowerCase(),
    headerForm: formOf(header),
    bodyForm: formOf(body),
    fields: whole('h')
      .toLowerCase()
      .split(':')
      .filter((name) => name !== ''),
    bodyHash: whole('bh'),
    value: Buffer.from(whole('b'), 'base64'),
    length: numberOf(tag('l')),
    expires: numberOf(tag('x')),
    agentDomain: whole('i').split('@').at(-1)?.toLowerCase() || domain,
  }
  const missing = ['v', 'a', 'b', 'bh', 'd', 'h', 's'].find((name) => whole(name) === '')
  const hasOddForm = [header, body].some((form) => !forms.some((known) => known === form))
  const fault =
    missing === undefined
      ? faultOf({ ...signature, version: whole('v'), hasOddForm })
      : say(`its “${missing}=” is missing`, `le falta «${missing}=»`)
  return { ...signature, fault }
}

const formOf = (text: string): Form => forms.find((form) => form === text) ?? 'simple'
const numberOf = (text: string | null): number | null =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null

type Read = Omit<DkimSignature, 'fault'> & { readonly version: string; readonly hasOddForm: boolean }

function faultOf({ version, hasOddForm, fields, agentDomain, domain, algorithm }: Read): Words | null {
  if (version !== '1') return say(`its version is ${version}`, `su versión es ${version}`)
  if (hasOddForm) return say('its canonicalization is unknown', 'su canonicalización es desconocida')
  // RFC 6376 §5.4
  if (!fields.includes('from')) return say('it does not sign From', 'no firma From')
  // RFC 6376 §3.5
  if (agentDomain !== domain && !agentDomain.endsWith(`.${domain}`))
    return say(`${agentDomain} is not below ${domain}`, `${agentDomain} no está bajo ${domain}`)
  // RFC 8301 §3.1
  if (algorithm === 'rsa-sha1') return say('it uses SHA-1', 'usa SHA-1')
  if (algorithm === 'rsa-sha256' || algorithm === 'ed25519-sha256') return null
  return say(`its algorithm ${algorithm} is unknown`, `su algoritmo ${algorithm} es desconocido`)
}
