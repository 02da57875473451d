// A saved server and how to reach it. The password is never part of it: it lives in the vault, under the profile's id.
import { z } from 'zod'
import { capabilitySchema } from './capability.ts'
import { connectionChoiceSchema, policiesSchema } from './connection.ts'
import { noPolicies, usualConnection } from './connection-defaults.ts'
import { mechanisms } from './mechanisms.ts'
import { tlsChoiceSchema } from './tls-choice.ts'
import { usualTls } from './tls-versions.ts'
import { defaultWire } from './wire-defaults.ts'
import { wireOptionsSchema } from './wire-options.ts'

export const securities = ['none', 'starttls-if-offered', 'starttls', 'tls'] as const
export const securitySchema = z.enum(securities)
/** `starttls`: required. `tls`: implicit, the 465 way. `starttls-if-offered` says loudly when it stayed plain. */
export type Security = z.infer<typeof securitySchema>

export const loginSchema = z.object({
  /** May be empty where no name is needed: EXTERNAL, ANONYMOUS. */
  user: z.string(),
  /** `automatic` takes the strongest one offered. For XOAUTH2 and OAUTHBEARER the stored secret is the access token. */
  mechanism: z.enum(['automatic', ...mechanisms]),
  /** Whether the secret may travel without TLS. Only the person can say so. */
  allowPlaintext: z.boolean(),
})
export type Login = z.infer<typeof loginSchema>

export const profileSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The identity: display name and address of From and, unless the envelope says otherwise, of MAIL FROM. */
  sender: z.object({ name: z.string(), address: z.string() }),
  /** `relay`: all mail goes to the host below. `mx`: to the servers of each recipient's domain, on port 25. */
  route: z.enum(['relay', 'mx']),
  host: z.string(),
  port: z.number().int().min(1).max(65535),
  security: securitySchema,
  login: loginSchema.nullable(),
  certificate: z.object({
    /** SHA-256 of the one certificate that is trusted whatever its chain says; null for none. */
    pin: z.string().nullable(),
    /** Extra authorities, PEM; null for the system's alone. */
    authorities: z.string().nullable(),
    /** Name to ask for and check instead of the host; null for the host. */
    name: z.string().nullable(),
  }),
  /** Profiles from before this could be chosen have the usual. */
  tls: tlsChoiceSchema.default(usualTls),
  connection: connectionChoiceSchema.default(usualConnection),
  policies: policiesSchema.default(noPolicies),
  /** What is done otherwise on the wire, unless a send has its own. */
  wire: wireOptionsSchema.default(defaultWire),
  /** What EHLO says we are; null for the address literal of the local socket. */
  ehloName: z.string().nullable(),
  /** The profile of the loopback server: its host, port, login and authority follow that server. */
  isLoopback: z.boolean(),
})
export type Profile = z.infer<typeof profileSchema>

/** A stored profile as the window sees it: which secrets there are, and what the last check said. */
export const profileStateSchema = profileSchema.extend({
  hasSecret: z.boolean(),
  hasProxySecret: z.boolean(),
  lastCheck: z
    .object({
      at: z.number(),
      outcome: z.enum(['ok', 'failed']),
      summary: z.string(),
      /** What the server offered last in that session; none when it did not get that far. */
      capabilities: z.array(capabilitySchema).default([]),
    })
    .nullable(),
})
export type ProfileState = z.infer<typeof profileStateSchema>
