// Ticketbleed (CVE-2016-9244): a ticket is given back with a session id of one octet; a broken server echoes 32 of them, and the
// other 31 are out of its memory.
import { connect } from 'node:tls'
import { askedName, helloOctets } from '../hello.ts'
import { happensInTime } from '../in-time.ts'
import { candidates } from '../registry/candidates.ts'
import { hasHello } from '../scanning.ts'
import { endInWords } from './end-in-words.ts'
import type { Attacked, Tried } from './index.ts'

const version = 'TLSv1.2'
const mostSuites = 100

export async function ticketEcho(attacked: Attacked): Promise<Tried> {
  const ticket = await ticketOf(attacked)
  if (ticket === null) return { outcome: 'closed', answer: 'no ticket of TLS 1.2 is given out' }
  const suites = candidates(version)
    .slice(0, mostSuites)
    .map(({ id }) => id)
  const hello = helloOctets({ version, suites, name: attacked.name, ticket, sessionId: Buffer.from([0x42]) })
  return attacked.prober.converse(async (talk): Promise<Tried> => {
    const { flight, end } = await talk.say([hello], hasHello)
    if (flight.hello === null) return { outcome: 'unclear', answer: `the ticket was answered by ${endInWords(end)}` }
    const { length } = flight.hello.sessionId
    return { outcome: length > 1 ? 'open' : 'closed', answer: `one octet of session id came back as ${length}` }
  })
}

/** Null where the library gets none. */
async function ticketOf({ prober, name, seconds, signal }: Attacked): Promise<Buffer | null> {
  const raw = await prober.open()
  const asked = askedName(name)
  const socket = connect({
    socket: raw,
    rejectUnauthorized: false,
    minVersion: version,
    maxVersion: version,
    ...(asked === null ? {} : { servername: asked }),
  })
  const isShaken = await happensInTime({ seconds, signal }, (happened, failed) => {
    socket.once('secureConnect', happened).on('error', failed).once('close', failed)
  })
  const ticket = isShaken ? (socket.getTLSTicket() ?? null) : null
  socket.destroy()
  return ticket
}
