// The name by which a server calls itself.
import type { Observed } from './observed.ts'

/** The word behind the code of the greeting: the name of the server, if it keeps to the rules (RFC 5321 §4.2). */
export const greetedName = ({ greeting }: Pick<Observed, 'greeting'>): string | null =>
  plain(/^\d{3}[ -](\S+)/.exec(greeting ?? '')?.[1])

/** The word behind the code of the first answer to EHLO (RFC 5321 §4.1.1.1). */
export function helloedName({ entries }: Pick<Observed, 'entries'>): string | null {
  const said = entries.findIndex(({ direction, text }) => direction === 'client' && /^(?:EHLO|HELO) /i.test(text))
  if (said === -1) return null
  const reply = entries.find(({ direction, kind }, index) => index > said && direction === 'server' && kind === 'line')
  return plain(/^250[ -](\S+)/.exec(reply?.text ?? '')?.[1])
}

const plain = (name: string | undefined): string | null => name?.replace(/\.$/, '').toLowerCase() ?? null
