// What the way to a server bears of a mail: for whoever can write the mail anew where that is too little.
import type { Carriage } from '../../mail/composed-mail.ts'
import { isInUse, type Occasion } from './extension.ts'
import { isUtf8Address } from './smtp-utf8.ts'

/** Null where it bears the mail as it is, or nothing that is written anew would help. `lacks`: what is not offered, in words. */
export function tooLittle(occasion: Occasion): { readonly carriage: Carriage; readonly lacks: string } | null {
  const { mail } = occasion
  // RFC 6531 §3.2: no other spelling of such an address is known.
  if ([mail.envelope.from, ...mail.envelope.to].some(isUtf8Address) && !isInUse('SMTPUTF8', occasion)) return null
  const carriage: Carriage = {
    body: isInUse('8BITMIME', occasion) ? '8bit' : '7bit',
    headers: isInUse('SMTPUTF8', occasion) ? 'utf8' : 'ascii',
  }
  const bearsBinary = isInUse('BINARYMIME', occasion) && isInUse('CHUNKING', occasion)
  const lacks = [
    ...(mail.isBinary === true && !bearsBinary ? ['BINARYMIME with CHUNKING'] : []),
    ...(mail.needs8bit && mail.isBinary !== true && carriage.body === '7bit' ? ['8BITMIME'] : []),
    ...(mail.needsUtf8 && carriage.headers === 'ascii' ? ['SMTPUTF8'] : []),
  ]
  return lacks.length === 0 ? null : { carriage, lacks: lacks.join(' and ') }
}
