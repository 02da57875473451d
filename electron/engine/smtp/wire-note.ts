// What a person's options change of a mail's way over the wire, in a sentence for the log; nothing where they change nothing.
import { wireNotePrefix } from '#shared/transcript/wire-notes.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { losses, mailParameters, rcptParameters } from './extensions/consult.ts'
import { isInUse, type Occasion } from './extensions/extension.ts'

/** Compared with the same mail sent to the same server without any options. */
export function wireNotes(occasion: Occasion): string[] {
  if (occasion.wire === defaultWire) return losses(occasion)
  const usual = { ...occasion, wire: defaultWire }
  const recipient = occasion.mail.envelope.to[0] ?? ''
  const changes = [
    difference('MAIL', mailParameters(usual), mailParameters(occasion)),
    difference('RCPT', rcptParameters(usual, recipient), rcptParameters(occasion, recipient)),
    switched('PIPELINING', usual, occasion, 'several commands leave in one write', 'every command waits for its reply'),
    switched('CHUNKING', usual, occasion, 'the mail leaves in BDAT chunks', 'the mail leaves by DATA'),
    switched('LIMITS', usual, occasion, null, 'the limits of the server are not heeded'),
    occasion.wire.xforward.length === 0 ? null : 'XFORWARD is said before MAIL',
    occasion.wire.chunkSize === null || !isInUse('CHUNKING', occasion)
      ? null
      : `chunks of ${occasion.wire.chunkSize} octets`,
  ].filter((change) => change !== null)
  const note = changes.length === 0 ? [] : [`${wireNotePrefix}${changes.join('; ')}.`]
  return [...note, ...losses(occasion)]
}

function difference(verb: string, usual: readonly string[], actual: readonly string[]): string | null {
  const more = actual.filter((word) => !usual.includes(word))
  const less = usual.filter((word) => !actual.includes(word))
  const parts = [
    more.length === 0 ? [] : [`has ${more.join(' ')}`],
    less.length === 0 ? [] : [`lacks ${less.join(' ')}`],
  ].flat()
  return parts.length === 0 ? null : `${verb} ${parts.join(' and ')}`
}

function switched(
  keyword: 'PIPELINING' | 'CHUNKING' | 'LIMITS',
  usual: Occasion,
  actual: Occasion,
  on: string | null,
  off?: string,
): string | null {
  const is = isInUse(keyword, actual)
  if (is === isInUse(keyword, usual)) return null
  return is
    ? on === null
      ? null
      : `${on}, although ${keyword} is not offered`
    : `${off ?? ''}, although ${keyword} is offered`
}
