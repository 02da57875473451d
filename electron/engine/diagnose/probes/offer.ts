// Names a recipient; where it is only asked for, it is taken back, and no mail is sent.
import { causeOf } from '#shared/explain/reply-causes.ts'
import { say } from '#shared/explain/words.ts'
import type { Said, Talk } from '../talk.ts'

/** What RCPT was told, or MAIL where that was refused already; `at`: when, by `performance.now()`. */
export type Offered = Said & { readonly to: string; readonly at: number }

export async function offer(peer: Talk, from: string, to: string): Promise<Offered> {
  const said = await announce(peer, from, to)
  const at = performance.now()
  await peer.say('RSET')
  return { ...said, to, at }
}

/** MAIL and RCPT, as far as they are taken: what the last of them was told. */
export async function announce(peer: Talk, from: string, to: string): Promise<Said> {
  const mail = await peer.say(`MAIL FROM:<${from}>`)
  return mail.reply?.code === 250 ? peer.say(`RCPT TO:<${to}>`) : mail
}

/** Why nothing is known of a recipient then. */
export const putOffWords = say(
  'Strangers are put off for a while (greylisting), so that it does not show.',
  'Se hace esperar un rato a los desconocidos (lista gris), así que no se ve.',
)

/** Whether a stranger is asked to come back later (RFC 6647 §2.3, §2.4). */
export const isPutOff = ({ reply }: Said): boolean => reply !== null && causeOf(reply, 'rcpt')?.id === 'greylisted'
