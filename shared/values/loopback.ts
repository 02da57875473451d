// The loopback test server as the window and the command line see it.
import { z } from 'zod'
import { scenarios } from './scenarios.ts'

export const scenarioSchema = z.enum(scenarios)

export const listenerSchema = z.object({
  role: z.enum(['mx', 'submission', 'submissions']),
  port: z.number().int(),
  security: z.enum(['starttls', 'tls']),
  auth: z.enum(['optional', 'required']),
})
export type Listener = z.infer<typeof listenerSchema>

export const loopbackConfigSchema = z.object({
  isOn: z.boolean(),
  /** Ports for the roles of 25, 587 and 465; 0 picks a free one. */
  ports: z.object({
    mx: z.number().int().min(0).max(65535),
    submission: z.number().int().min(0).max(65535),
    submissions: z.number().int().min(0).max(65535),
  }),
  scenario: scenarioSchema,
})
export type LoopbackConfig = z.infer<typeof loopbackConfigSchema>

export const loopbackStateSchema = z.object({
  config: loopbackConfigSchema,
  /** Empty while it is off or could not start. */
  listeners: z.array(listenerSchema),
  /** The login made for this installation at first start. */
  login: z.object({ user: z.string(), password: z.string() }),
  /** The local certificate authority, PEM, and its SHA-256. */
  authority: z.object({ pem: z.string(), sha256: z.string() }),
  /** Why it could not start, for example a port in use; null when all is well. */
  problem: z.string().nullable(),
})
export type LoopbackState = z.infer<typeof loopbackStateSchema>
