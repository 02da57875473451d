// A mail of many octets over a connection that bears few at a time: what stands in memory that is used again must arrive as it was.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { createUndotter } from '../../../../electron/engine/loopback/undot.ts'
import { type ComposedMail, composeMail, fileOctets } from '../../../../electron/engine/mail/index.ts'
import { draftOf } from '../../../fakes/drafts.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { rawPeer } from '../../../fakes/scripted-peer.ts'

const size = 16_000_000
/** Its length divides no piece that is read or written, so that none looks like another. */
const pattern = Buffer.from(Array.from({ length: 99_991 }, (_, index) => (index * 2654435761) >>> 24))
const folder = mkdtempSync(join(tmpdir(), 'heloise-'))
const path = join(folder, 'file')
beforeAll(() => writeFileSync(path, Buffer.alloc(size, pattern)))

afterAll(() => rmSync(folder, { recursive: true }))

test.each([['DATA'], ['BDAT']])('by %s every octet arrives, however slowly the server reads', async (verb) => {
  const mail = await composeMail(
    draftOf({
      to: ['luis@example.net'],
      format: 'plain',
      text: '.dots\n..at\n.line starts',
      attachments: [{ id: path, name: 'file', type: 'application/octet-stream', size, contentId: null }],
    }),
    { openAttachment: fileOctets, now: new Date(), hostname: 'host.example' },
  )
  const { port, taken, [Symbol.asyncDispose]: close } = await slowSink(verb === 'BDAT')
  const receipt = await deliver(relayOrder(port, { mail }), deliveryTools())
  await close()
  expect([receipt.outcome, await taken]).toEqual(['accepted', await hashOf(mail)])
})

async function hashOf(mail: ComposedMail): Promise<string> {
  const hash = createHash('sha256')
  for await (const octets of mail.open()) hash.update(octets)
  return hash.digest('hex')
}

/** Takes one mail, and tells its SHA-256. Between two pieces it looks away, so that the connection is full most of the time. */
async function slowSink(hasChunking: boolean) {
  const mail = createHash('sha256')
  const { promise: taken, resolve } = Promise.withResolvers<string>()
  const peer = await rawPeer((socket) => {
    let rest = 0
    let undot: ReturnType<typeof createUndotter> | null = null
    const end = () => {
      resolve(mail.digest('hex'))
      socket.write('250 taken\r\n')
    }
    const read = (octets: Buffer): void => {
      if (octets.length === 0) return
      if (rest > 0) {
        const part = octets.subarray(0, rest)
        mail.update(part)
        rest -= part.length
        if (rest === 0) (isLast ? end : () => socket.write('250 chunk\r\n'))()
        read(octets.subarray(part.length))
        return
      }
      if (undot !== null) {
        const { content, rest: behind } = undot(octets)
        mail.update(content)
        if (behind === null) return
        undot = null
        end()
        read(behind)
        return
      }
      const line = octets.subarray(0, octets.indexOf('\r\n')).toString()
      const behind = octets.subarray(line.length + 2)
      const bdat = /^BDAT (\d+)( LAST)?$/.exec(line)
      if (bdat !== null) [rest, isLast] = [Number(bdat[1]), bdat[2] !== undefined]
      else if (line === 'DATA') undot = createUndotter()
      if (bdat === null) socket.write(answers[line.slice(0, 4)] ?? '250 OK\r\n')
      read(behind)
    }
    let isLast = false
    const answers: Record<string, string> = {
      EHLO: `250-sink\r\n250-PIPELINING\r\n${hasChunking ? '250-CHUNKING\r\n' : ''}250 8BITMIME\r\n`,
      DATA: '354 Go on\r\n',
      QUIT: '221 Bye\r\n',
    }
    socket.write('220 sink\r\n')
    socket.on('data', async (octets: Buffer) => {
      socket.pause()
      read(octets)
      for (let turns = 0; turns < 20; turns += 1) await turn()
      socket.resume()
    })
  })
  return { ...peer, taken }
}
