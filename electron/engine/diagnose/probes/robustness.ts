// Speaks SMTP quickly, at length, and out of turn, without any mail: does the server keep its place?
import { say } from '#shared/explain/words.ts'
import { offers } from '../../smtp/index.ts'
import { commandLength } from '../checks/command-length.ts'
import { dataForNobody } from '../checks/data-for-nobody.ts'
import { dsnParameters } from '../checks/dsn-parameters.ts'
import { earlyTalk } from '../checks/early-talk.ts'
import { idlePatience } from '../checks/idle-patience.ts'
import { pipeliningWorks } from '../checks/pipelining-works.ts'
import { secondTransaction } from '../checks/second-transaction.ts'
import { unaskedPipelining } from '../checks/unasked-pipelining.ts'
import { utf8Addresses } from '../checks/utf8-addresses.ts'
import { saysBusy } from '../gate.ts'
import { isGreeted, lastOffers } from '../preconditions.ts'
import { type ProbeTools, probe } from '../probe.ts'
import type { Said, Talk } from '../talk.ts'

export type LongLine = { readonly octets: number; readonly said: Said }

export type RobustnessSeen = {
  readonly hasPipelining: boolean
  /** MAIL, RCPT and RSET in one write, and the replies that came. */
  readonly group: readonly Said[]
  /** EHLO before the greeting, and what came: the greeting, and the reply. */
  readonly beforeGreeting: readonly Said[]
  /** EHLO and MAIL in one write. */
  readonly early: readonly Said[]
  readonly lines: readonly LongLine[]
  /** Null where SMTPUTF8 is not offered. */
  readonly utf8: Said | null
  /** Null where DSN is not offered. */
  readonly dsn: readonly Said[] | null
  /** DATA without a recipient. */
  readonly data: Said
  /** MAIL, RSET, MAIL again. */
  readonly transactions: readonly Said[]
  /** What came while nothing was said. */
  readonly idle: Said
  readonly idleSeconds: number
}

const sender = 'heloise@example.org'
const stranger = 'client.example'
/** RFC 5321 §4.5.3.1.4, CRLF included; beyond it a server may refuse. */
const lengths = [512, 513, 2048]
/** RFC 2920 §3.1: these may stand anywhere in a group. DATA would be the usual last one; RSET takes the recipient back. */
const group = [`MAIL FROM:<${sender}>`, 'RCPT TO:<postmaster>', 'RSET']
/** Seconds after which most clients have said something. */
const idleSeconds = 31

export const robustnessProbe = probe<RobustnessSeen>({
  doing: say('Speaking quickly and at length', 'Hablando deprisa y largo'),
  level: 2,
  checks: [
    pipeliningWorks,
    unaskedPipelining,
    earlyTalk,
    commandLength,
    utf8Addresses,
    dsnParameters,
    dataForNobody,
    secondTransaction,
    idlePatience,
  ],
  connections: () => 7,
  waits: () => idleSeconds,
  isFor: isGreeted,
  async look(observed, tools) {
    const offered = lastOffers(observed) ?? []
    const { talk } = tools
    const patience = tools.idleSeconds ?? idleSeconds
    return {
      hasPipelining: offers(offered, 'PIPELINING'),
      group: await talk('tls', (peer) => sayTogether(peer, group)),
      early: await talkEarly(tools),
      beforeGreeting: await tools.gate.whileBusy(() => talk('connect', talkFirst), saysBusy),
      lines: await talk('tls', sayLongLines),
      ...(await talk('tls', async (peer) => ({
        utf8: offers(offered, 'SMTPUTF8') ? await tried(peer, 'MAIL FROM:<ü@example.org> SMTPUTF8') : null,
        dsn: offers(offered, 'DSN') ? await askDsn(peer) : null,
        data: await dataWithoutRecipient(peer),
        transactions: [await tried(peer, `MAIL FROM:<${sender}>`), await tried(peer, `MAIL FROM:<${sender}>`)],
      }))),
      idle: await talk('tls', (peer) => peer.listen(patience)),
      idleSeconds: patience,
    }
  },
})

/** One write; then as many replies as come. */
async function sayTogether(peer: Talk, lines: readonly string[]): Promise<Said[]> {
  const text = lines.map((line) => `${line}\r\n`).join('')
  const replies = [await peer.sayOctets(Buffer.from(text), text.replaceAll('\r\n', '\\r\\n'))]
  while (replies.length < lines.length && replies.at(-1)?.reply !== null) replies.push(await peer.listen())
  return replies
}

/** RFC 5321 §3.1: a client waits for the greeting. */
async function talkFirst(peer: Talk): Promise<Said[]> {
  const greeting = await peer.say(`EHLO ${stranger}`)
  return greeting.reply === null ? [greeting] : [greeting, await peer.listen()]
}

/** RFC 2920 §3.1: EHLO ends a group. */
const talkEarly = ({ talk, gate }: ProbeTools): Promise<Said[]> =>
  gate.whileBusy(() => talk('greeting', (peer) => sayTogether(peer, [`EHLO ${stranger}`, 'MAIL FROM:<>'])), saysBusy)

async function sayLongLines(peer: Talk): Promise<LongLine[]> {
  const lines: LongLine[] = []
  for (const octets of lengths) {
    const line = `NOOP ${'x'.repeat(octets - 'NOOP \r\n'.length)}`
    lines.push({ octets, said: await peer.say(line) })
  }
  return lines
}

async function tried(peer: Talk, line: string): Promise<Said> {
  const said = await peer.say(line)
  await peer.say('RSET')
  return said
}

async function askDsn(peer: Talk): Promise<Said[]> {
  const mail = await peer.say(`MAIL FROM:<${sender}> RET=HDRS ENVID=heloise`)
  const rcpt = await peer.say('RCPT TO:<postmaster> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;postmaster')
  await peer.say('RSET')
  return [mail, rcpt]
}

async function dataWithoutRecipient(peer: Talk): Promise<Said> {
  await peer.say(`MAIL FROM:<${sender}>`)
  const said = await peer.say('DATA')
  // A server that takes it must be told the end; RFC 2920 §3.1 has it refuse then.
  if (said.reply?.code === 354) await peer.say('.')
  await peer.say('RSET')
  return said
}
