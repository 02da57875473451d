// The end of a TLS 1.3 handshake of our own, for the tickets that come behind it (RFC 8446 §4.6.1); then it is closed at once.
import type { Talk } from '../talk.ts'
import type { SealedRecord } from '../wire/flight.ts'
import { createMessageJoiner, message, messageType } from '../wire/messages.ts'
import { vector8, vector24 } from '../wire/octets.ts'
import { contentType } from '../wire/records.ts'
import { type NewSessionTicket, parseSessionTicket } from '../wire/session-ticket.ts'
import type { Agreed } from './agree.ts'
import { applicationSecrets, createOpener, createSealer, finishedBy, type Secret } from './keys.ts'

/** The tickets that came before the server closed, or fell silent. */
export async function readTickets(talk: Talk, { secrets, transcript, flight13 }: Agreed): Promise<NewSessionTicket[]> {
  const whole = [...transcript, ...flight13.messages]
  const { client, server } = applicationSecrets(secrets.main, whole)
  const seal = createSealer(secrets.client)
  // RFC 8446 §4.4.2: who is asked for a certificate and has none shows an empty list.
  const certificate =
    flight13.certificateRequest === null ? [] : [message(messageType.certificate, vector8(), vector24())]
  const finished = message(messageType.finished, finishedBy(secrets.client, [...whole, ...certificate]))
  const ours = [...certificate, finished].map((content) => seal(contentType.handshake, content))
  // RFC 8446 §6.1: nothing more comes of us; the server closes, and its tickets were sent before that.
  const goodbye = createSealer(client)(contentType.alert, Buffer.from([1, 0]))
  const { flight: after } = await talk.say([Buffer.concat([...ours, goodbye])], () => false)
  return ticketsIn(server, after.sealed)
}

function ticketsIn(server: Secret, sealed: readonly SealedRecord[]): NewSessionTicket[] {
  const open = createOpener(server)
  const joiner = createMessageJoiner()
  const tickets: NewSessionTicket[] = []
  for (const { header, fragment } of sealed) {
    const opened = open(header, fragment)
    if (opened === null) break
    if (opened.type !== contentType.handshake) continue
    joiner.push(opened.content)
    for (let one = joiner.next(); one !== null; one = joiner.next())
      if (one.type === messageType.newSessionTicket) tickets.push(parseSessionTicket(one.body))
  }
  return tickets
}
