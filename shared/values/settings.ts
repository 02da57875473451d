// What a person can set, and what the window remembers about itself.
import { z } from 'zod'

export const languages = ['en', 'es'] as const
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>
/** A text in every language of the product. */
export type Words = Readonly<Record<Language, string>>

export const settingsSchema = z.object({
  /** `system` follows the desktop's or browser's language. */
  language: z.enum(['system', ...languages]),
  theme: z.enum(['system', 'light', 'dark']),
  /** Seconds a command may wait for its reply; null for the long limits of RFC 5321 §4.5.3.2. */
  replyTimeout: z.number().int().min(1).max(3600).nullable(),
  /** Days that transcripts which are not kept stay; null for ever. */
  transcriptDays: z.number().int().min(1).max(3650).nullable(),
  /** Whether the log keeps the data of mails that are sent whole, and not only how it begins. */
  keepsBodies: z.boolean().default(false),
  /** Resolvers as `address` or `address:port`; empty for the system's. */
  dnsServers: z.array(z.string()),
  log: z.object({ isOpen: z.boolean(), height: z.number().int() }),
})
export type Settings = z.infer<typeof settingsSchema>

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  replyTimeout: null,
  transcriptDays: 30,
  keepsBodies: false,
  dnsServers: [],
  log: { isOpen: true, height: 280 },
}
