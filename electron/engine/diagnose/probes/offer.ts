// Names a recipient, and takes it back: no mail is ever sent.
import { causeOf } from '#shared/explain/reply-causes.ts'
import { say } from '#shared/explain/words.ts'
import type { Said, Talk } from '../talk.ts'

/** What RCPT was told, or MAIL where that was refused already; `at`: when, by `performance.now()`. */
export type Offered = Said & { readonly to: string; readonly at: number }

export async function offer(peer: Talk, from: string, to: string): Promise<Offered> {
  const mail = await peer.say(`MAIL FROM:<${from}>`)
  const said = mail.reply?.code === 250 ? await peer.say(`RCPT TO:<${to}>`) : mail
  const at = performance.now()
  await peer.say('RSET')
  return { ...said, to, at }
}

/** Why nothing is known of a recipient then. */
export const putOffWords = say(
  'Strangers are put off for a while (greylisting), so that it does not show.',
  'Se hace esperar un rato a los desconocidos (lista gris), así que no se ve.',
)

/** Whether a stranger is asked to come back later (RFC 6647 §2.3, §2.4). */
export const isPutOff = ({ reply }: Said): boolean => reply !== null && causeOf(reply, 'rcpt')?.id === 'greylisted'
