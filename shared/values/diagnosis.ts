// A diagnosis: how far it may go, how much it asks, and what is told of one that is over.
import { z } from 'zod'
import { isDnsServer } from '../address/dns-server.ts'
import { isDomain, parseMailbox } from '../address/index.ts'
import { bytesSchema } from './bytes.ts'
import { reportSchema } from './report.ts'
import { scanProfiles, tlsPolicyNames } from './tls-scan-terms.ts'

export const levels = [0, 1, 2, 3] as const
/** 0: DNS. 1: one polite session a place. 2: many connections. 3: wrong passwords, mails, malformed input. */
export const levelSchema = z.literal(levels)
export type Level = z.infer<typeof levelSchema>

/** More than anybody asks; each costs a question for every address. */
export const mostBlocklists = 20
const mostDnsServers = 5

/** Who sends, for SPF, DKIM and DMARC; with a profile its sender and its server, where nothing is said here. */
const senderSchema = z.object({
  /** IP address of the server that sends. */
  address: z.string().nullable().default(null),
  /** Mail address; empty for the null sender. */
  mailFrom: z.string().nullable().default(null),
  helo: z.string().nullable().default(null),
  /** A mail whose signatures are verified: its octets, or one that the loopback server received. */
  mail: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('octets'), octets: bytesSchema }),
      z.object({ kind: z.literal('received'), id: z.string() }),
    ])
    .nullable()
    .default(null),
})

export const diagnosisWishSchema = z.object({
  /**
   * A domain, host, host:port or address. With a profile its host, port, security and authorities are used.
   * Empty without one: the mail of `sender` is judged, by what the domain of its From publishes.
   */
  target: z.string(),
  profileId: z.string().nullable(),
  level: levelSchema.default(1),
  /** The person says that the server is theirs to try; without it level 3 is for this computer alone. */
  isOwn: z.boolean().default(false),
  /** How much a scan of TLS asks, from level 2 on. */
  scanProfile: z.enum(scanProfiles).default('quick'),
  /** What TLS is held against. */
  tlsPolicy: z.enum(tlsPolicyNames).default('bcp-195'),
  /** `address` or `address:port`; none for those of the settings. */
  dnsServers: z.array(z.string().refine(isDnsServer)).max(mostDnsServers).default([]),
  /** An address of the person's own, to which mails of level 3 may go; without it none go but to the postmaster. */
  mailbox: z
    .string()
    .refine((text) => parseMailbox(text).kind === 'mailbox')
    .nullable()
    .default(null),
  /** Whether a server that puts strangers off (greylisting) is asked once more, a minute later. */
  triesAgain: z.boolean().default(false),
  /** Names of lists of bad addresses to ask (`zen.spamhaus.org`). */
  blocklists: z.array(z.string().refine(isDomain)).max(mostBlocklists).default([]),
  sender: senderSchema.prefault({}),
})
export type DiagnosisWish = z.infer<typeof diagnosisWishSchema>

/** What is ahead, at most. */
export const costSchema = z.object({
  connections: z.number().int(),
  /** In which nothing is done on purpose. */
  waitSeconds: z.number(),
})
export type Cost = z.infer<typeof costSchema>

/** A row of the history: what was diagnosed, and what came of it. */
export const pastDiagnosisSchema = reportSchema
  .pick({
    target: true,
    role: true,
    startedAt: true,
    durationMs: true,
    connections: true,
    summary: true,
    failure: true,
  })
  .extend({ id: z.string(), level: levelSchema, profileId: z.string().nullable() })
export type PastDiagnosis = z.infer<typeof pastDiagnosisSchema>
