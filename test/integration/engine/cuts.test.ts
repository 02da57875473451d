// Every golden transcript, its server's octets cut at every position, and cut off in every line: how they come changes nothing,
// and where they end nobody is said to have got, or not to have got, a mail that no reply tells of.
import type { Socket } from 'node:net'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { deliver } from '../../../electron/engine/delivery/index.ts'
import { type Issued, issue } from '../../fakes/certificates.ts'
import { endOf, goldenSessions } from '../../fakes/golden-sessions.ts'
import { deliveryTools, type OrderWish, relayOrder } from '../../fakes/order.ts'
import { type PeerOptions, resetSoon, scriptedPeer } from '../../fakes/scripted-peer.ts'
import { readTranscript, type Script, type Step, toScript } from '../../fakes/transcript.ts'

// Hundreds of sessions a test.
vi.setConfig({ testTimeout: 120_000 })

let identity: Issued
beforeAll(async () => {
  identity = await issue({ name: 'mx', names: ['127.0.0.1'] })
})

async function replay(script: Script, { access, ...order }: OrderWish, options: PeerOptions) {
  await using peer = await scriptedPeer(script, { identity, ...options })
  const certificate = { pin: null, authorities: identity.certificate, name: null }
  const wish = { ...order, access: { certificate, ...access }, replyTimeout: 20 }
  const receipt = await deliver(relayOrder(peer.port, wish), deliveryTools())
  await peer.allClosed()
  return { end: endOf(receipt), isSent: peer.received.some((line) => line === '.' || line.endsWith(' LAST')) }
}

test.each(goldenSessions)(
  '%s is the same, cut at every position',
  async (file, order, outcome, failure, recipients) => {
    const script = toScript(readTranscript(file))
    for (let cut = 1; cut < longestTurn(script); cut += 1) {
      const { end } = await replay(script, order, { cut })
      expect({ cut, ...end }).toEqual({ cut, outcome, failure, recipients })
    }
  },
)

describe.each([
  ['hanging up', (socket: Socket) => socket.end()],
  ['a reset', resetSoon],
] as const)('%s', (name, atEnd) => {
  test.each(goldenSessions)('in any line of %s', async (file, order, outcome, failure, recipients) => {
    const script = toScript(readTranscript(file))
    for (const octets of cutOffs(script)) {
      const { end, isSent } = await replay(script, order, { octets, atEnd })
      const isDecided = octets >= verdictAt(script)
      const untrue = end.recipients.filter(
        (one) =>
          isInvented(one, script, octets) ||
          (!isDecided && hasOneVerdict(script, order) && (one.startsWith('accepted') || (isSent && isNotJudged(one)))),
      )
      expect({ octets, untrue }).toEqual({ octets, untrue: [] })
      // A reset may overtake the last words; whoever hangs up has said them.
      if (isDecided && name === 'hanging up')
        expect({ octets, ...end }).toEqual({ octets, outcome, failure, recipients })
    }
  })
})

/** Told with a code that no whole line of the server has. */
function isInvented(told: string, script: Script, octets: number): boolean {
  const [code] = /\d{3}$/.exec(told) ?? []
  const lines = script.flatMap((steps) =>
    wordsOf(steps)
      .slice(0, octets)
      .split(/(?<=\n)/),
  )
  return code !== undefined && !lines.some((line) => line.startsWith(code) && line.endsWith('\n'))
}
const isNotJudged = (told: string): boolean => /^refused \w+ -$/.test(told)

const wordsOf = (steps: readonly Step[]): string =>
  steps.map((step) => (step.kind === 'server' ? `${step.text}\r\n` : '')).join('')

/** Octets of the server before the courtesies at the end. */
function verdictAt(script: Script): number {
  const before = (steps: readonly Step[]) => {
    const end = steps.findIndex((step) => step.kind === 'client' && /^(RSET|QUIT)$/.test(step.text))
    return steps.slice(0, end === -1 ? undefined : end)
  }
  return Math.max(...script.map((steps) => wordsOf(before(steps)).length))
}

/** LMTP has one for each recipient, and several mails have one each. */
function hasOneVerdict(script: Script, { wire }: OrderWish): boolean {
  const mails = script.flat().filter((step) => step.kind === 'client' && step.text.startsWith('MAIL'))
  return wire?.protocol !== 'lmtp' && mails.length === 1
}

/** Within a code, behind it, within the line end, and behind it: of each line of a server. */
function cutOffs(script: Script): number[] {
  const ends = script.flatMap((steps) => {
    let at = 0
    return wordsOf(steps)
      .split(/(?<=\n)/)
      .flatMap((line) => {
        at += line.length
        return [at - line.length + 2, at - line.length + 4, at - 1, at]
      })
  })
  return [...new Set(ends)]
}

function longestTurn(script: Script): number {
  const turns = script.flatMap((steps) => {
    const words = steps.map((step) => (step.kind === 'server' ? `${step.text}\r\n` : '\0')).join('')
    return words.split('\0').map((said) => said.length)
  })
  return Math.max(...turns)
}
