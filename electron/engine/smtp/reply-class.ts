// What the first digit of a reply says (RFC 5321 §4.2.1), and a reply as one line of words.
import type { Reply } from '#shared/values/reply.ts'

export const isPositive = ({ code }: Reply): boolean => code >= 200 && code < 300
/**
 * Whether it takes responsibility for a mail (RFC 5321 §4.2.1): 250, or another yes, unless that is said of something else:
 * of the service that begins or ends (220, 221, RFC 5321 §4.2.3), or of a login (235, RFC 4954 §6).
 */
export const takesMail = (reply: Reply): boolean => isPositive(reply) && ![220, 221, 235].includes(reply.code)
export const isTransient = ({ code }: Reply): boolean => code >= 400 && code < 500
export const isPermanent = ({ code }: Reply): boolean => code >= 500 && code < 600

export function inWords({ code, enhanced, text }: Reply): string {
  return [code, enhanced, text.replaceAll('\n', ' ')].filter(Boolean).join(' ')
}
