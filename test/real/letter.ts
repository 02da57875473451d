// A mail by its own Message-ID, with dots where they hurt, and its way to a server on this machine.
import { type Access, deliver } from '../../electron/engine/delivery/index.ts'
import { systemResolver } from '../../electron/engine/dns/index.ts'
import type { ComposedMail } from '../../electron/engine/mail/index.ts'
import type { Receipt } from '../../shared/values/receipt.ts'
import type { WireOptions } from '../../shared/values/wire-options.ts'
import { composedMail, type MailWish } from '../fakes/composed-mail.ts'
import { deliveryTools } from '../fakes/order.ts'
import { wire } from '../fakes/wire.ts'

export type LetterWish = Omit<MailWish, 'content'> & {
  readonly subject?: string
  /** Lines that come before the others of the header. */
  readonly header?: readonly string[]
  readonly octets?: number
}

/** `name`: the part of its Message-ID before the @, once within a mailbox. */
export function letter(name: string, wish: LetterWish = {}): ComposedMail {
  const { from = 'luis@heloise.test', to = ['ana@heloise.test'], subject = name, header = [], octets = 0 } = wish
  const head = [...header, `Message-ID: ${idOf(name)}`, 'Date: Mon, 2 Nov 2026 12:00:00 +0000', `From: ${from}`]
  const filling = Array(40 + Math.ceil(octets / 76)).fill('x'.repeat(74))
  const content = [...head, `Subject: ${subject}`, '', '.', '..dots', '.', ...filling, ''].join('\r\n')
  const mail = composedMail({ ...wish, from, to, content })
  return { ...mail, messageId: idOf(name), open: () => inPieces(mail) }
}

/** As files are read. */
async function* inPieces(mail: ComposedMail): AsyncGenerator<Uint8Array> {
  for await (const whole of mail.open())
    for (let start = 0; start < whole.length; start += pieceLength) yield whole.subarray(start, start + pieceLength)
}

const pieceLength = 64 * 1024

export const idOf = (name: string): string => `<${name}@heloise.test>`

export async function octetsOf(mail: ComposedMail): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of mail.open()) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** `seconds`: for each reply. */
export const send = (access: Access, mail: ComposedMail, wish: Partial<WireOptions> = {}, seconds = 10) =>
  deliver({ access, mail, stopAfter: null, replyTimeout: seconds, wire: wire(wish) }, localTools())

export const localTools = () => ({ ...deliveryTools(), resolver: systemResolver({ servers: [] }) })

/** Each recipient as `outcome stage code`, and the failure as `kind stage code`. */
export const shortly = ({ recipients, failure }: Receipt) => ({
  recipients: recipients.map(({ outcome, stage, reply }) => `${outcome} ${stage} ${reply?.code ?? '-'}`),
  failure: failure === null ? null : `${failure.kind} ${failure.stage} ${failure.reply?.code ?? '-'}`,
})
