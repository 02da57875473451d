// The stages of a delivery, in the order in which they happen.
import { z } from 'zod'

export const stages = [
  'input',
  'dns',
  'connect',
  'greeting',
  'ehlo',
  'tls',
  'auth',
  'mail',
  'rcpt',
  'data',
  'quit',
] as const

export const stageSchema = z.enum(stages)
/** `input` is before anything is sent; `data` reaches from the DATA command to the answer to the final dot. */
export type Stage = z.infer<typeof stageSchema>

/** Where a session may be told to stop early and leave politely. */
export const stopPoints = ['connect', 'greeting', 'ehlo', 'tls', 'auth', 'mail', 'rcpt', 'data'] as const
export const stopPointSchema = z.enum(stopPoints)
export type StopPoint = z.infer<typeof stopPointSchema>
