// LIMITS (RFC 9422) against a newer Exim, which says how many recipients a mail may have, and how many mails a session.
import { expect, test } from 'vitest'
import { deliver, deliverMany } from '../../electron/engine/delivery/index.ts'
import { transcriptOf } from '../fakes/recorder.ts'
import { idOf, letter, localTools, send, shortly } from './letter.ts'
import { listMails } from './mail-server/maildir.ts'
import { accessAt } from './peers/access.ts'
import { missingForExim, startExim } from './peers/exim.ts'
import { people } from './peers/people.ts'
import { describeWithPeer } from './suite.ts'

const { ana, luis } = people
const settings = 'recipients_max = 2\nsmtp_accept_max_per_connection = 3'
const newer = { missing: () => missingForExim('backports'), start: () => startExim('backports', settings) }

describeWithPeer('the limits of Exim', newer, (exim) => {
  const access = () => accessAt(exim().ports.mx, exim().authority)
  const arrivedAt = async (user: string, name: string) =>
    (await listMails(exim().mailFolder, user)).filter((mail) => mail.includes(idOf(name))).length

  test('recipients are shared among mails, and mails among sessions', async () => {
    const tools = localTools()
    const mail = letter('shared', {
      to: Array.from({ length: 8 }, (_, index) => [ana, luis][index % 2]?.address ?? ''),
    })
    const receipt = await deliver({ access: access(), mail, stopAfter: null, replyTimeout: 10 }, tools)
    expect(shortly(receipt)).toEqual({ recipients: Array(8).fill('accepted data 250'), failure: null })
    const verbs = tools.sessions
      .flatMap(({ entries }) => transcriptOf(entries))
      .flatMap((line) => /^C: (EHLO|MAIL|RCPT)/.exec(line)?.[1] ?? [])
    const one = ['MAIL', 'RCPT', 'RCPT']
    expect(verbs).toEqual(['EHLO', 'EHLO', ...one, ...one, ...one, 'EHLO', 'EHLO', ...one])
    for (const { name } of [ana, luis]) await until(4, () => arrivedAt(name, 'shared'))
  })

  test('a window of mails is shared among sessions', async () => {
    const order = {
      access: access(),
      replyTimeout: 10,
      count: 8,
      connections: 1,
      window: 8,
      mayOvertake: true,
      mail: () => letter('many'),
    }
    const result = await deliverMany(order, localTools())
    expect(result).toMatchObject({ sent: 8, refused: 0, unknown: 0, failed: 0, failure: null })
    await until(8, () => arrivedAt(ana.name, 'many'))
  })

  test('where they are not minded, Exim puts off the recipients that are too many', async () => {
    const mail = letter('unminded', { to: [ana.address, luis.address, ana.address] })
    expect(shortly(await send(access(), mail, { extensions: { LIMITS: 'off' } }))).toEqual({
      recipients: ['accepted data 250', 'accepted data 250', 'refused rcpt 452'],
      failure: null,
    })
  })
})

/** Waits a while for mails that are delivered behind the scenes. */
const until = (count: number, arrived: () => Promise<number>) =>
  expect.poll(arrived, { timeout: 10_000, interval: 50 }).toBe(count)
