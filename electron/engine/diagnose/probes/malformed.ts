// Sends the postmaster of a server of one's own what no client should send: how it bears that is what smugglers live on.
import { say } from '#shared/explain/words.ts'
import { offers } from '../../smtp/index.ts'
import { chunksKept } from '../checks/chunks-kept.ts'
import { controlCharacters } from '../checks/control-characters.ts'
import { manyRecipients } from '../checks/many-recipients.ts'
import { outcomeTold } from '../checks/outcome-told.ts'
import { smuggledEnds } from '../checks/smuggled-ends.ts'
import { isGreeted, lastOffers } from '../preconditions.ts'
import { type ProbeTools, probe } from '../probe.ts'
import type { Said } from '../talk.ts'
import { endOf, sendAlone } from './deliver.ts'
import { falseEnds, shownEnd } from './false-ends.ts'
import { announce } from './offer.ts'

/** `isSent`: whether DATA let it be said at all. */
export type Ending = { readonly shown: string; readonly said: Said; readonly isSent?: boolean }

export type MalformedSeen = {
  /** What RCPT was told; the rest is null where it was refused. */
  readonly recipient: Said
  readonly endings: readonly Ending[] | null
  readonly controls: readonly Ending[]
  /** Null where CHUNKING is not offered. */
  readonly chunks: { readonly refused: Said; readonly after: Said } | null
  /** DATA behind a chunk; null where no chunk was taken. */
  readonly mixed: Said | null
  readonly recipients: { readonly taken: number; readonly last: Said } | null
  /** The reply to the dot of a whole mail. */
  readonly mail: Said | null
}

/** Seconds in which a server that takes one would have said so. */
const patience = 3
/** RFC 5321 §4.5.3.1.8: so many a server must take. */
const enough = 100
const sender = 'heloise@example.org'

export const malformedProbe = probe<MalformedSeen>({
  doing: say('Sending what nobody should send', 'Enviando lo que nadie debería enviar'),
  level: 3,
  checks: [smuggledEnds, controlCharacters, manyRecipients, chunksKept, outcomeTold],
  connections: () => falseEnds.length + 8,
  waits: () => falseEnds.length * patience,
  isFor: (observed) => observed.endpoint.role === 'mx' && isGreeted(observed),
  async look(observed, tools) {
    const recipient = `postmaster@${tools.domain ?? observed.endpoint.host}`
    const asked = await tools.talk('tls', (peer) => announce(peer, sender, recipient))
    const isTaken = asked.reply !== null && asked.reply.code < 300
    const hasChunks = offers(lastOffers(observed) ?? [], 'CHUNKING')
    return {
      recipient: asked,
      endings: isTaken ? await tryEndings(recipient, tools) : null,
      controls: await sayControls(tools),
      chunks: hasChunks ? await spoilChunks(tools) : null,
      mixed: hasChunks && isTaken ? await mixChunks(recipient, tools) : null,
      recipients: isTaken ? await countRecipients(recipient, tools) : null,
      mail: isTaken ? endOf(await sendAlone({ to: recipient, body: '' }, false, tools)) : null,
    }
  },
})

const head = `From: <${sender}>\r\nSubject: Heloise asks how this server ends mails\r\n\r\nThis mail can be thrown away.`

async function tryEndings(recipient: string, { talk, tell, replyTimeout }: ProbeTools): Promise<Ending[]> {
  const tried: Ending[] = []
  for (const [index, ending] of falseEnds.entries()) {
    tell(index, falseEnds.length)
    // Hanging up without the true end leaves the mail undelivered.
    tried.push(
      await talk('tls', async (peer) => {
        await announce(peer, sender, recipient)
        const shown = shownEnd(ending)
        const data = await peer.say('DATA')
        if (data.reply?.code !== 354) return { shown, said: data, isSent: false }
        const said = await peer.sayOctets(
          Buffer.from(`${head}${ending}`),
          `… ${shown}`,
          Math.min(patience, replyTimeout),
        )
        if (said.reply === null) peer.connection.drop()
        return { shown, said }
      }),
    )
  }
  return tried
}

async function sayControls({ talk }: ProbeTools): Promise<Ending[]> {
  const lines = ['NOOP\n', 'NO\0OP\r\n', 'NOOP \xfc\r\n']
  const heard: Ending[] = []
  for (const line of lines) {
    const said = await talk('tls', (peer) => peer.sayOctets(Buffer.from(line, 'latin1'), shownEnd(line)))
    heard.push({ shown: shownEnd(line), said })
  }
  return heard
}

/** RFC 3030 §2: the octets of a chunk are taken in also where it is refused. */
const spoilChunks = ({ talk }: ProbeTools): Promise<MalformedSeen['chunks']> =>
  talk('tls', async (peer) => {
    const chunk = 'QUIT\r\n'
    const text = `BDAT ${chunk.length} LAST\r\n${chunk}`
    const refused = await peer.sayOctets(Buffer.from(text), shownEnd(text))
    return { refused, after: await peer.say('NOOP') }
  })

/** RFC 3030 §2: DATA and BDAT are not for the same mail. Where it is welcome, hanging up leaves the mail undelivered. */
const mixChunks = (recipient: string, { talk }: ProbeTools): Promise<Said | null> =>
  talk('tls', async (peer) => {
    await announce(peer, sender, recipient)
    const text = 'BDAT 6\r\nTest\r\n'
    if ((await peer.sayOctets(Buffer.from(text), shownEnd(text))).reply?.code !== 250) return null
    const said = await peer.say('DATA')
    if (said.reply?.code === 354) peer.connection.drop()
    else await peer.say('RSET')
    return said
  })

const countRecipients = (recipient: string, { talk }: ProbeTools): Promise<MalformedSeen['recipients']> =>
  talk('tls', async (peer) => {
    let last = await announce(peer, sender, recipient)
    let taken = 1
    while (taken < enough && last.reply?.code === 250) {
      last = await peer.say(`RCPT TO:<${recipient}>`)
      if (last.reply?.code === 250) taken += 1
    }
    await peer.say('RSET')
    return { taken, last }
  })
