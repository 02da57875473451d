// Addresses that name their own refusal, under every scenario: `550-5.1.1@…`, `450-4.2.2-mailbox-full@…`, `421@…`.
import type { Reply } from '#shared/values/reply.ts'
import { reply } from './replies.ts'

const pattern = /^([45]\d\d)(?:-([245]\.\d{1,3}\.\d{1,3}))?(?:-([\w.+-]{1,60}))?$/

/** Codes with a meaning of their own (RFC 5321 §4.2.3, RFC 3463); any other gets `x.0.0`. */
const known: Readonly<Record<string, readonly [enhanced: string, text: string]>> = {
  '421': ['4.3.2', 'Service not available: closing'],
  '450': ['4.2.1', 'Mailbox not available just now'],
  '451': ['4.3.0', 'Error in processing'],
  '452': ['4.2.2', 'Not enough room'],
  '550': ['5.1.1', 'Mailbox not known'],
  '551': ['5.1.6', 'User has moved'],
  '552': ['5.2.2', 'Mailbox full'],
  '553': ['5.1.3', 'Mailbox name not allowed'],
  '554': ['5.7.1', 'Refused'],
}

/** The refusal that a local part asks for, or null. */
export function magicRefusal(localPart: string): Reply | null {
  const match = pattern.exec(localPart)
  if (match === null) return null
  const [, code = '', enhanced, words] = match
  const [usual, meaning] = known[code] ?? [`${code.charAt(0)}.0.0`, 'Refused']
  return reply(Number(code), enhanced ?? usual, `${words?.replaceAll('-', ' ') ?? meaning} (asked for by the address)`)
}
