// Where neither a domain nor a server is named but a mail is given: it alone is judged, by what the domain of its From publishes.
import { smtpError } from '../smtp-error.ts'
import type { DiagnoseTarget } from './diagnose-order.ts'
import { authorOf, readMessage } from './dkim/raw-message.ts'
import type { Plan } from './plan.ts'
import { authorDomain } from './records/sender.ts'

/** Null where something else is looked at. */
export function mailAlone({ text, access, sender }: DiagnoseTarget): Uint8Array | null {
  const isNamed = text.trim() !== '' || access?.route === 'relay'
  return isNamed ? null : (sender?.message ?? null)
}

/** Nothing is connected to. */
export function planOfMail(message: Uint8Array): Plan {
  const isOfNobody = authorDomain({ from: null, message }) === null
  return { role: 'domain', domain: null, endpoints: [], failure: isOfNobody ? ofNobody : null }
}

/** The address in From, as the report names the mail. */
export const authorShown = (message: Uint8Array): string => authorOf(readMessage(message)) ?? ''

const { failure: ofNobody } = smtpError('no-sender', 'input', 'The mail names no author whose domain could be asked.')
