// Offers the server mail for a stranger in every form that once slipped through. Each is taken back: no mail is ever sent.
import { addressLiteral } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import { openRelay } from '../checks/open-relay.ts'
import type { Observed } from '../observed.ts'
import { isGreeted } from '../preconditions.ts'
import { type ProbeTools, probe } from '../probe.ts'
import type { Said, Talk } from '../talk.ts'

export type RelayTry = { readonly from: string; readonly to: string; readonly said: Said }

export type RelaySeen = {
  readonly tries: readonly RelayTry[]
  /** The postmaster of the server's own domain: a server that refuses all of us proves nothing. */
  readonly control: Said
}

/** Tries in one connection: some servers hang up after a few refusals. */
const perConnection = 4
/** RFC 2606 §3: theirs nobody is. */
const stranger = 'example.com'
const other = 'example.org'

export const relayProbe = probe<RelaySeen>({
  doing: say('Offering mail for strangers', 'Ofreciendo correo para desconocidos'),
  level: 2,
  checks: [openRelay],
  connections: (observed) => Math.ceil(pairsFor(observed, '').length / perConnection) + 1,
  isFor: (observed) => observed.endpoint.role === 'mx' && isGreeted(observed),
  async look(observed, tools) {
    const pairs = pairsFor(observed, tools.domain ?? observed.endpoint.host)
    const tries: RelayTry[] = []
    for (let first = 0; first < pairs.length; first += perConnection) {
      tools.tell(first, pairs.length)
      tries.push(...(await tryPairs(pairs.slice(first, first + perConnection), tools)))
    }
    const control = await tools.talk('tls', (peer) => offer(peer, '', `postmaster@${ownDomain(observed, tools)}`))
    return { tries, control }
  },
})

const ownDomain = ({ endpoint }: Observed, { domain }: ProbeTools) => domain ?? endpoint.host

type Pair = readonly [from: string, to: string]

/** The list of the catalogue, after those of ORDB and its like. */
function pairsFor({ address, endpoint }: Observed, local: string): readonly Pair[] {
  const literal = addressLiteral(address)
  const from = `a@${other}`
  return [
    [from, `b@${stranger}`],
    ['', `b@${stranger}`],
    [`postmaster@${local}`, `b@${stranger}`],
    [`a@${local}`, `b@${stranger}`],
    [`a@${literal}`, `b@${stranger}`],
    [`a@${endpoint.host}`, `b@${stranger}`],
    [from, `b%${stranger}@${local}`],
    [from, `b%${stranger}@${literal}`],
    [from, `"b@${stranger}"@${local}`],
    [from, `"b%${stranger}"`],
    [from, `b@${stranger}@${local}`],
    [from, `"b@${stranger}"@${literal}`],
    [from, `@${local}:b@${stranger}`],
    [from, `@${literal}:b@${stranger}`],
    [from, `${stranger}!b@${local}`],
    [from, `${stranger}!b`],
    [from, `b@${stranger}@`],
  ]
}

const tryPairs = (pairs: readonly Pair[], { talk }: ProbeTools): Promise<RelayTry[]> =>
  talk('tls', async (peer) => {
    const tries: RelayTry[] = []
    for (const [from, to] of pairs) {
      const said = await offer(peer, from, to)
      tries.push({ from, to, said })
      // Who fell silent or hung up says nothing to the rest either.
      if (said.reply === null) break
    }
    return tries
  })

/** What RCPT is told, or MAIL where that is refused already. */
async function offer(peer: Talk, from: string, to: string): Promise<Said> {
  const mail = await peer.say(`MAIL FROM:<${from}>`)
  const said = mail.reply?.code === 250 ? await peer.say(`RCPT TO:<${to}>`) : mail
  await peer.say('RSET')
  return said
}
