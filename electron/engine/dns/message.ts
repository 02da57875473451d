// DNS messages as octets: a query, and what is read out of a response to it. Pure; dns-packet knows the forms.
import {
  type Answer,
  AUTHENTIC_DATA,
  CHECKING_DISABLED,
  DNSSEC_OK,
  decode,
  encode,
  type RecordType as PacketType,
  RECURSION_DESIRED,
} from 'dns-packet'
import { type DnsRecord, type RecordType, readRecord } from './record.ts'
import { type ExtendedError, rcodeName } from './response-codes.ts'

export type Question = {
  /** As askableName makes it. */
  readonly name: string
  readonly type: RecordType
  /** Asks for the answer even where its signatures do not hold (CD, RFC 4035 §3.2.2). */
  readonly isUnchecked?: boolean
}

export type Response = {
  /** `NOERROR`, `NXDOMAIN`, `SERVFAIL`… */
  readonly rcode: string
  /** AD as it was sent; whether to believe it is not asked here. */
  readonly hasAdBit: boolean
  readonly isAuthoritative: boolean
  readonly hasEdns: boolean
  readonly answers: readonly DnsRecord[]
  readonly authorities: readonly DnsRecord[]
  readonly extendedErrors: readonly ExtendedError[]
}

export type Reading =
  | { readonly kind: 'response'; readonly response: Response }
  | { readonly kind: 'truncated' }
  /** Another id, another question, or no response at all. */
  | { readonly kind: 'stranger' }
  | { readonly kind: 'unreadable' }

/** RFC 6891 §6.2.5 leaves the size to us; this one crosses every network in one piece. */
const udpPayloadSize = 1232
const headerLength = 12
const extendedErrorOption = 15

export function encodeQuery(id: number, { name, type, isUnchecked = false }: Question, hasEdns: boolean): Buffer {
  const edns = {
    type: 'OPT' as const,
    name: '.',
    udpPayloadSize,
    extendedRcode: 0,
    ednsVersion: 0,
    // RFC 3225 §3: without DO a validating resolver may leave DNSSEC out.
    flags: DNSSEC_OK,
    flag_do: true,
    options: [],
  }
  return encode({
    type: 'query',
    id,
    // RFC 6840 §5.7: AD in a query asks for AD in the answer.
    flags: RECURSION_DESIRED | AUTHENTIC_DATA | (isUnchecked ? CHECKING_DISABLED : 0),
    questions: [{ type: packetType(type), name, class: 'IN' }],
    additionals: hasEdns ? [edns] : [],
  })
}

export function readResponse(octets: Buffer, query: Buffer): Reading {
  if (octets.length < 2 || octets.readUInt16BE(0) !== query.readUInt16BE(0)) return { kind: 'stranger' }
  if (octets.length < headerLength) return { kind: 'unreadable' }
  const flags = octets.readUInt16BE(2)
  if (octets.readUInt16BE(4) === 1 && octets.length < endOfQuestion(query)) return { kind: 'unreadable' }
  if ((flags & responseFlag) === 0 || !echoesQuestion(octets, query)) return { kind: 'stranger' }
  // RFC 2181 §9: what is left of a truncated answer is not used.
  if ((flags & truncatedFlag) !== 0) return { kind: 'truncated' }
  try {
    return { kind: 'response', response: toResponse(octets, flags) }
  } catch {
    return { kind: 'unreadable' }
  }
}

const responseFlag = 0x8000
const authoritativeFlag = 0x0400
const truncatedFlag = 0x0200
const rcodeMask = 0x000f

function toResponse(octets: Buffer, flags: number): Response {
  const { answers = [], authorities = [], additionals = [] } = decode(octets)
  const edns = additionals.find((one) => one.type === 'OPT')
  return {
    rcode: rcodeName(((edns?.extendedRcode ?? 0) << 4) | (flags & rcodeMask)),
    hasAdBit: (flags & AUTHENTIC_DATA) !== 0,
    isAuthoritative: (flags & authoritativeFlag) !== 0,
    hasEdns: edns !== undefined,
    answers: recordsOf(answers),
    authorities: recordsOf(authorities),
    extendedErrors: (edns?.options ?? []).flatMap(({ code, data }) => readExtendedError(code, data)),
  }
}

const recordsOf = (answers: readonly Answer[]): DnsRecord[] => answers.flatMap((answer) => readRecord(answer) ?? [])

function readExtendedError(code: number, data: Buffer | undefined): ExtendedError[] {
  if (code !== extendedErrorOption || data === undefined || data.length < 2) return []
  return [{ code: data.readUInt16BE(0), text: data.toString('utf8', 2).replace(/\0$/, '') }]
}

/** The question stands first and uncompressed; servers that could not read it may leave it out. */
function echoesQuestion(octets: Buffer, query: Buffer): boolean {
  const questions = octets.readUInt16BE(4)
  if (questions === 0) return (octets.readUInt16BE(2) & rcodeMask) !== 0
  const end = endOfQuestion(query)
  const nameOf = (message: Buffer) => message.toString('latin1', headerLength, end - typeLength).toLowerCase()
  const typeOf = (message: Buffer) => message.toString('latin1', end - typeLength, end)
  return questions === 1 && nameOf(octets) === nameOf(query) && typeOf(octets) === typeOf(query)
}

/** Type and class behind the name. */
const typeLength = 4
const endOfQuestion = (query: Buffer): number => query.indexOf(0, headerLength) + 1 + typeLength

function packetType(type: RecordType): PacketType {
  return type.replace(/^TYPE/, 'UNKNOWN_') as PacketType
}
