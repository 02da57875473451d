// The way to a server, and what a domain that publishes a policy can demand of it.
import { z } from 'zod'
import { proxyKinds } from './connection-defaults.ts'

export const proxySchema = z.object({
  kind: z.enum(proxyKinds),
  host: z.string(),
  port: z.number().int().min(1).max(65535),
  /** Null for a proxy that asks for no login. Its password is in the vault. */
  user: z.string().nullable(),
})
export type ProxyChoice = z.infer<typeof proxySchema>

export const connectionChoiceSchema = z.object({
  /** It finds the address of the server as well; null for a direct connection. */
  proxy: proxySchema.nullable(),
  /** An IP address of this computer from which connections go out; null leaves it to the system. */
  localAddress: z.string().nullable(),
})
export type ConnectionChoice = z.infer<typeof connectionChoiceSchema>

/** Honoured on the way to MX hosts. */
export const policiesSchema = z.object({
  /** RFC 8461 */
  mtaSts: z.boolean(),
  /** RFC 7672 */
  dane: z.boolean(),
})
export type Policies = z.infer<typeof policiesSchema>
