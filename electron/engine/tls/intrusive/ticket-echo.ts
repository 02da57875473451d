// Ticketbleed (CVE-2016-9244): a ticket is given back with a session id of one octet; a broken server echoes 32 of them, and the
// other 31 are out of its memory.
import { helloOctets } from '../hello.ts'
import { candidates } from '../registry/candidates.ts'
import { hasHello } from '../scanning.ts'
import { ticketOf12 } from '../ticket12.ts'
import { endInWords } from './end-in-words.ts'
import type { Attacked, Tried } from './index.ts'

const version = 'TLSv1.2'
const mostSuites = 100

export async function ticketEcho(attacked: Attacked): Promise<Tried> {
  const ticket = await ticketOf12(attacked)
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
