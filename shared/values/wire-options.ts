// What a person may change on the wire, for a profile or for one send. Plain data; `defaultWire` is what holds without it.
import { z } from 'zod'
import {
  dsnEvents,
  extensionKeywords,
  extensionSwitches,
  leaveWays,
  rawPlaces,
  xclientNames,
  xforwardNames,
} from './wire-defaults.ts'

/** Part of a command: no space and no control character can stand in it. */
const word = z.string().regex(/^[^\s\x00-\x1f\x7f-\x9f\u2028\u2029]+$/u)
const line = z.string().regex(/^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$/u)

export const extensionKeywordSchema = z.enum(extensionKeywords)
export type ExtensionKeyword = z.infer<typeof extensionKeywordSchema>
export const extensionSwitchSchema = z.enum(extensionSwitches)

export const endpointSchema = z.object({
  /** IPv4 or IPv6, without brackets. */
  address: z.union([z.ipv4(), z.ipv6()]),
  port: z.number().int().min(0).max(65535),
})
export type Endpoint = z.infer<typeof endpointSchema>

export const proxyHeaderSchema = z.object({
  version: z.union([z.literal(1), z.literal(2)]),
  /** Who is said to connect, and to where; null for the ends of our own connection. */
  source: endpointSchema.nullable(),
  destination: endpointSchema.nullable(),
})
export type ProxyHeader = z.infer<typeof proxyHeaderSchema>

export const rawLineSchema = z.object({
  after: z.enum(rawPlaces),
  text: z.string().min(1),
  /** The text's escapes (`\r`, `\n`, `\0`, `\t`, `\\`, `\xHH`) become octets, and nothing is added; else it is one line, and CRLF ends it. */
  isExact: z.boolean(),
})
export type RawLine = z.infer<typeof rawLineSchema>

export const wireOptionsSchema = z.object({
  /** What is not named is `as-offered`. */
  extensions: z.partialRecord(extensionKeywordSchema, extensionSwitchSchema),
  /** `lmtp`: LHLO, and a reply for each recipient after the dot (RFC 2033). */
  protocol: z.enum(['smtp', 'lmtp']),
  /** Said before the greeting, to a server behind a proxy. */
  proxyHeader: proxyHeaderSchema.nullable(),
  /** Who the server is to take us for; it must trust us. */
  xclient: z.array(z.object({ name: z.enum(xclientNames), value: line })),
  /** What the server is to log of where the mail came from. */
  xforward: z.array(z.object({ name: z.enum(xforwardNames), value: line })),
  dsn: z.object({
    /** Empty to say nothing, which leaves it to the server: FAILURE. */
    notify: z.array(z.enum(dsnEvents)),
    /** How much of the mail a report brings back. */
    ret: z.enum(['FULL', 'HDRS']).nullable(),
    envid: z
      .string()
      .regex(/^[ -~]{1,100}$/)
      .nullable(),
    /** The original recipient: `recipient` for each one's own address, or `type;address` for all. */
    orcpt: z
      .string()
      .regex(/^(recipient|[A-Za-z0-9-]+;.+)$/u)
      .nullable(),
  }),
  /** Seconds within which it must arrive; then it comes back, or a notice does. `isTraced`: each relay reports. */
  deliverBy: z
    .object({
      seconds: z.number().int().min(-999_999_999).max(999_999_999),
      mode: z.enum(['return', 'notify']),
      isTraced: z.boolean(),
    })
    .nullable(),
  /** Kept by the server for these seconds, or until this moment (RFC 3339). */
  hold: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('for'), seconds: z.number().int().min(1).max(999_999_999) }),
      z.object({ kind: z.literal('until'), at: z.iso.datetime({ offset: true }) }),
    ])
    .nullable(),
  priority: z.number().int().min(-9).max(9).nullable(),
  /** The mail is to travel by checked TLS all the way, or to come back. */
  requireTls: z.boolean(),
  /** Who handed the mail in first: an address, or `<>` for not known. */
  mailAuth: line.nullable(),
  /** Classes of solicitation that the mail belongs to. */
  solicit: z.array(word),
  /** Octets of a BDAT chunk; null leaves it to Heloise. */
  chunkSize: z.number().int().min(1).nullable(),
  /** Said as they are behind the other parameters. */
  mailParameters: z.array(word),
  rcptParameters: z.array(word),
  rawLines: z.array(rawLineSchema),
  leave: z.enum(leaveWays).default('quit'),
})
export type WireOptions = z.infer<typeof wireOptionsSchema>
