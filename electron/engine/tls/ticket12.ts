// A session ticket of TLS 1.2, got by a handshake of the TLS library of this program, to be shown in hellos of our own.
import { connect } from 'node:tls'
import { askedName } from './hello.ts'
import { happensInTime } from './in-time.ts'
import type { Prober } from './prober.ts'

export type TicketWish = {
  readonly prober: Prober
  /** To ask for; null for none. */
  readonly name: string | null
  readonly seconds: number
  readonly signal: AbortSignal
}

/** Null where the library gets none. */
export async function ticketOf12({ prober, name, seconds, signal }: TicketWish): Promise<Buffer | null> {
  const raw = await prober.open()
  const asked = askedName(name)
  const socket = connect({
    socket: raw,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.2',
    ...(asked === null ? {} : { servername: asked }),
  })
  const isShaken = await happensInTime({ seconds, signal }, (happened, failed) => {
    socket.once('secureConnect', happened).on('error', failed).once('close', failed)
  })
  const ticket = isShaken ? (socket.getTLSTicket() ?? null) : null
  socket.destroy()
  return ticket
}
