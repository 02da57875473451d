// What the extensions, taken together, make of one mail for one server: its commands, why it cannot go, what it goes without.
import { type Command, mailFrom, rcptTo } from '../command.ts'
import { type Extension, isForced, isInUse, type Occasion, parametersOf, type Refusal } from './extension.ts'
import { extensions } from './index.ts'
import { wirePath } from './smtp-utf8.ts'
import { attributesRefusal, xforwardCommands } from './xclient.ts'

/** XFORWARD if any, MAIL, then RCPT for each recipient. */
export function envelopeCommands(occasion: Occasion): Command[] {
  const used = usedExtensions(occasion)
  const usesUtf8 = used.some(({ keyword }) => keyword === 'SMTPUTF8')
  const { from, to } = occasion.mail.envelope
  return [
    ...xforwardCommands(occasion),
    mailFrom(wirePath(from, usesUtf8), mailParameters(occasion, used)),
    ...to.map((address) => rcptTo(wirePath(address, usesUtf8), rcptParameters(occasion, address, used))),
  ]
}

export const mailParameters = (occasion: Occasion, used = usedExtensions(occasion)): string[] => [
  ...used.flatMap((one) => one.mail?.(occasion) ?? []),
  ...occasion.wire.mailParameters,
]

export const rcptParameters = (occasion: Occasion, recipient: string, used = usedExtensions(occasion)): string[] => [
  ...used.flatMap((one) => one.rcpt?.(occasion, recipient) ?? []),
  ...occasion.wire.rcptParameters,
]

/** Why this server cannot take such a mail; told before anything is written. */
export function refusalOf(occasion: Occasion): Refusal | null {
  for (const extension of extensions) {
    if (!asks(extension, occasion) || isForced(extension.keyword, occasion)) continue
    const refusal = isInUse(extension.keyword, occasion)
      ? extension.beyond?.(occasion, parametersOf(extension.keyword, occasion.capabilities))
      : extension.missing?.(occasion)
    if (refusal !== undefined && refusal !== null) return refusal
  }
  return attributesRefusal('XFORWARD', occasion.wire.xforward, occasion)
}

/** What the mail asks for in vain and can do without, a sentence each. */
export function losses(occasion: Occasion): string[] {
  return extensions
    .filter((one) => one.loss !== undefined && asks(one, occasion) && !isInUse(one.keyword, occasion))
    .map(({ keyword, loss }) => `${occasion.host} does not offer ${keyword}, so ${loss}.`)
}

const asks = ({ asks: does }: Extension, occasion: Occasion): boolean => does?.(occasion) ?? false

const usedExtensions = (occasion: Occasion): Extension[] =>
  extensions.filter((one) => (asks(one, occasion) || isForced(one.keyword, occasion)) && isInUse(one.keyword, occasion))
