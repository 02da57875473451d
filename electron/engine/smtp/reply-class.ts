// What the first digit of a reply says (RFC 5321 §4.2.1), and a reply as one line of words.
import type { Reply } from '#shared/values/reply.ts'

export const isPositive = ({ code }: Reply): boolean => code >= 200 && code < 300
export const isTransient = ({ code }: Reply): boolean => code >= 400 && code < 500
export const isPermanent = ({ code }: Reply): boolean => code >= 500 && code < 600

export function inWords({ code, enhanced, text }: Reply): string {
  return [code, enhanced, text.replaceAll('\n', ' ')].filter(Boolean).join(' ')
}
