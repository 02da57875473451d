// The arguments of MAIL and RCPT: either what they say or the reply that refuses them.
import {
  type EsmtpParameter,
  isAscii,
  type MailboxResult,
  parsePath,
  parseRecipient,
  parseSender,
} from '#shared/address/index.ts'
import type { Reply } from '#shared/values/reply.ts'
import { limits } from './limits.ts'
import { magicRefusal } from './magic.ts'
import { replies } from './replies.ts'

type Refused = { readonly kind: 'refused'; readonly reply: Reply }
export type SenderResult =
  | Refused
  | { readonly kind: 'sender'; readonly address: string; readonly isUtf8: boolean; readonly isBinary: boolean }
export type RecipientResult = Refused | { readonly kind: 'recipient'; readonly address: string }

export type SenderRules = {
  /** Parameters that nobody knows. */ readonly takesAny?: boolean
  readonly takesBinary?: boolean
}

/** `hasExtensions`: the client said EHLO, so parameters may follow. */
export function readSender(
  argument: string,
  hasExtensions: boolean,
  { takesAny = false, takesBinary = false }: SenderRules = {},
): SenderResult {
  const path = pathAfter(/^FROM:/i, argument)
  if (path === null) return refused(replies.senderSyntax)
  if (path.parameters.length > 0 && !hasExtensions) return refused(replies.unknownParameter)
  const isUtf8 = path.parameters.some(({ keyword }) => keyword.toUpperCase() === 'SMTPUTF8')
  const isBinary = path.parameters.some(isBinaryBody)
  const refusal =
    addressRefusal(parseSender(path.address), replies.senderAddress) ??
    (isUtf8 || isAscii(path.address) ? null : replies.needsSmtputf8) ??
    path.parameters
      .filter((parameter) => !(takesBinary && isBinaryBody(parameter)))
      .map(parameterRefusal)
      .find((reply) => reply !== null && !(takesAny && reply === replies.unknownParameter))
  return refusal ? refused(refusal) : { kind: 'sender', address: path.address, isUtf8, isBinary }
}

export function readRecipient(argument: string, isUtf8: boolean): RecipientResult {
  const path = pathAfter(/^TO:/i, argument)
  if (path === null) return refused(replies.recipientSyntax)
  const refusal =
    addressRefusal(parseRecipient(path.address), replies.recipientAddress) ??
    (isUtf8 || isAscii(path.address) ? null : replies.needsSmtputf8) ??
    (path.parameters.length > 0 ? replies.unknownParameter : null)
  return refusal ? refused(refusal) : { kind: 'recipient', address: path.address }
}

/** Blanks between the colon and the path are against the grammar, and so common that they are let through. */
function pathAfter(keyword: RegExp, argument: string): ReturnType<typeof parsePath> {
  return keyword.test(argument) ? parsePath(argument.replace(keyword, '').trimStart()) : null
}

function addressRefusal(parsed: MailboxResult, invalid: Reply): Reply | null {
  return parsed.kind === 'invalid' ? invalid : magicRefusal(parsed.mailbox.localPart)
}

/** RFC 3030 §3 */
const isBinaryBody = ({ keyword, value }: EsmtpParameter): boolean =>
  keyword.toUpperCase() === 'BODY' && value?.toUpperCase() === 'BINARYMIME'

const xtextOrNone = /^(?:<>|(?:[!-*,-<>-~]|\+[0-9A-F]{2})+)$/

function parameterRefusal({ keyword, value }: EsmtpParameter): Reply | null {
  switch (keyword.toUpperCase()) {
    case 'SIZE': // RFC 1870 §4: at most 20 digits
      if (value === null || !/^\d{1,20}$/.test(value)) return replies.badParameter
      return Number(value) > limits.mailSize ? replies.tooLarge : null
    case 'BODY': // RFC 6152 §2
      return value !== null && /^(?:7BIT|8BITMIME)$/i.test(value) ? null : replies.badParameter
    case 'SMTPUTF8': // RFC 6531 §3.4
      return value === null ? null : replies.badParameter
    case 'AUTH': // RFC 4954 §5
      return value !== null && xtextOrNone.test(value) ? null : replies.badParameter
    default:
      return replies.unknownParameter // RFC 5321 §4.1.1.11
  }
}

const refused = (reply: Reply): Refused => ({ kind: 'refused', reply })
