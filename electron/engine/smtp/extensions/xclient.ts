// XCLIENT and XFORWARD (Postfix's XCLIENT_README and XFORWARD_README): who the server is to take us for, or to log.
import { ipFamily } from '#shared/address/index.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import { attributes, type Command } from '../command.ts'
import { xtext } from '../xtext.ts'
import {
  type Extension,
  isForced,
  isInUse,
  notOffered,
  type Occasion,
  parametersOf,
  type Refusal,
} from './extension.ts'

export const xclient: Extension = { keyword: 'XCLIENT', rfc: 'Postfix XCLIENT_README' }
export const xforward: Extension = { keyword: 'XFORWARD', rfc: 'Postfix XFORWARD_README' }

type Attributes = WireOptions['xclient'] | WireOptions['xforward']

/** Said once a session, in one command. */
export function xclientCommand({ wire }: Pick<Occasion, 'wire'>): Command | null {
  return wire.xclient.length === 0 ? null : attributes('ehlo', 'XCLIENT', wire.xclient.map(attributeText))
}

/** Said anew for each mail, in as many commands as their length asks for. */
export function xforwardCommands({ wire }: Pick<Occasion, 'wire'>): Command[] {
  const lines: string[][] = [[]]
  for (const text of wire.xforward.map(attributeText)) {
    const line = lines.at(-1) ?? []
    if (line.length > 0 && [...line, text].join(' ').length > maxAttributes) lines.push([text])
    else line.push(text)
  }
  return lines.filter((line) => line.length > 0).map((line) => attributes('mail', 'XFORWARD', line))
}

/** Both have the 512 octets of RFC 5321 §4.5.3.1.4 for a line. */
const maxAttributes = 480

/** Why the server cannot be told, unless the extension is forced. */
export function attributesRefusal(
  keyword: 'XCLIENT' | 'XFORWARD',
  wanted: Attributes,
  occasion: Pick<Occasion, 'wire' | 'capabilities' | 'host'>,
): Refusal | null {
  if (wanted.length === 0 || isForced(keyword, occasion)) return null
  if (!isInUse(keyword, occasion)) return notOffered(keyword, occasion)
  const taken = parametersOf(keyword, occasion.capabilities).map((name) => name.toUpperCase())
  const lacking = wanted.find(({ name }) => !taken.includes(name))
  if (lacking === undefined) return null
  const message = `${occasion.host} offers ${keyword}, but not its attribute ${lacking.name}.`
  return { kind: 'extension-not-offered', message, facts: { keyword: `${keyword} ${lacking.name}` } }
}

function attributeText({ name, value }: Attributes[number]): string {
  const isIpv6 = (name === 'ADDR' || name === 'DESTADDR') && ipFamily(value) === 6
  return `${name}=${xtext(isIpv6 ? `IPV6:${value}` : value)}`
}
