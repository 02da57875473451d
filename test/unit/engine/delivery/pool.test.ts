// Many mails over a few connections: nothing is lost, nothing doubled, nothing overtaken, and the figures tell the truth.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { deliverMany, type ManyOrder } from '../../../../electron/engine/delivery/deliver-many.ts'
import { createPool, type Pool } from '../../../../electron/engine/delivery/pool.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, relayAccess } from '../../../fakes/order.ts'
import { type PostOffice, type PostOfficeOptions, postOffice } from '../../../fakes/post-office.ts'

type Wish = Partial<ManyOrder> & { readonly to?: (index: number) => readonly string[]; readonly signal?: AbortSignal }

const numbered = (index: number, to: readonly string[]) =>
  composedMail({ to, content: `Subject: ${index}\r\n\r\nHello.\r\n` })

async function run(office: PostOffice, count: number, { to = () => ['luis@x.example'], signal, ...wish }: Wish = {}) {
  const order: ManyOrder = {
    access: relayAccess(office.port),
    replyTimeout: 5,
    connections: 1,
    mayOvertake: false,
    mail: (index) => numbered(index, to(index)),
    ...wish,
    count,
  }
  const { seconds, messagesPerSecond, connections, failure, ...figures } = await deliverMany(
    order,
    deliveryTools(signal && { signal }),
  )
  return { figures, seconds, failure: failure?.kind ?? null }
}

const all = (sent: number) => ({ sent, refused: 0, unknown: 0, failed: 0 })
const verbs = (office: PostOffice) => office.sessions.map((commands) => commands.join(' '))
const count = (verb: string, commands: readonly string[]) => commands.filter((one) => one === verb).length

describe('a connection', () => {
  it('says QUIT after as many mails as it may carry, and another follows', async () => {
    await using office = await postOffice()
    const { figures } = await run(office, 5, { mailsPerConnection: 2 })
    const mail = 'MAIL RCPT DATA'
    expect([figures, verbs(office)]).toEqual([
      all(5),
      [`EHLO ${mail} ${mail} QUIT`, `EHLO ${mail} ${mail} QUIT`, `EHLO ${mail} QUIT`],
    ])
  })

  it('carries as many in a window too', async () => {
    await using office = await postOffice({ offers: ['PIPELINING', 'CHUNKING'] })
    const { figures } = await run(office, 7, { mailsPerConnection: 3, window: 8 })
    expect([figures, office.sessions.map((commands) => count('BDAT', commands))]).toEqual([all(7), [3, 3, 1]])
    expect(office.taken.map(({ subject }) => Number(subject))).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
})

describe('LIMITS', () => {
  const shares = (office: PostOffice) =>
    office.taken.map(({ session, subject, to }) => `${session}: ${subject} ${to.map((one) => one[0]).join('')}`)
  const three = () => ['a@x.example', 'b@x.example', 'c@x.example']

  it('a mail in shares that the session has no room for goes whole to the next', async () => {
    await using office = await postOffice({ offers: ['PIPELINING', 'LIMITS MAILMAX=4 RCPTMAX=1'] })
    const { figures } = await run(office, 3, { to: three, window: 4 })
    expect([figures, shares(office)]).toEqual([
      all(3),
      ['0: 0 a', '0: 0 b', '0: 0 c', '1: 1 a', '1: 1 b', '1: 1 c', '2: 2 a', '2: 2 b', '2: 2 c'],
    ])
  })

  it('a mail of more shares than any session takes is carried over, once for each recipient', async () => {
    await using office = await postOffice({ offers: ['PIPELINING', 'CHUNKING', 'LIMITS MAILMAX=2 RCPTMAX=1'] })
    const { figures } = await run(office, 2, { to: three, window: 4 })
    expect([figures, shares(office)]).toEqual([all(2), ['0: 0 a', '0: 0 b', '1: 0 c', '2: 1 a', '2: 1 b', '3: 1 c']])
  })

  it('a mail that was carried over to a connection that cannot be had is sent to those who have it', async () => {
    const offers = ['PIPELINING', 'LIMITS MAILMAX=1 RCPTMAX=1']
    await using office = await postOffice({
      offers,
      cuts: [
        { after: 99, isHeard: true },
        { after: 1, isHeard: false },
        { after: 1, isHeard: false },
      ],
    })
    const { figures, failure } = await run(office, 2, { to: three })
    expect([figures, failure]).toEqual([{ ...all(1), failed: 1 }, 'connection-lost'])
  })
})

describe('connections', () => {
  it('carry copies side by side', async () => {
    await using office = await postOffice({ pauses: [20] })
    const { figures } = await run(office, 8, { connections: 4, mayOvertake: true })
    expect([figures, office.sessions.map((commands) => count('DATA', commands))]).toEqual([all(8), [2, 2, 2, 2]])
  })

  it('keep the order to each recipient: mails for one person follow each other, others go beside them', async () => {
    await using office = await postOffice({ pauses: [7, 0, 3, 11] })
    const to = (index: number) => [`${'aabc'[index % 4]}@x.example`]
    const { figures } = await run(office, 32, { connections: 3, to })
    const ofOne = (person: string) =>
      office.taken.filter((one) => one.to.includes(`${person}@x.example`)).map(({ subject }) => Number(subject))
    const whole = Array.from({ length: 32 }, (_, index) => index)
    expect([figures, office.sessions.length]).toEqual([all(32), 3])
    expect(['a', 'b', 'c'].map(ofOne)).toEqual(
      [[0, 1], [2], [3]].map((places) => whole.filter((one) => places.includes(one % 4))),
    )
  })

  it('that wait for each other hear what is on their way first', async () => {
    // Mail 2 is for the recipients of both others, which two connections have in their windows.
    await using office = await postOffice({ offers: ['PIPELINING'], pauses: [5] })
    const to = (index: number) => [['a@x.example'], ['b@x.example'], ['a@x.example', 'b@x.example']][index % 3] ?? []
    expect((await run(office, 9, { connections: 2, window: 4, to })).figures).toEqual(all(9))
  })

  it('that cannot be had leave their mail to those that can', async () => {
    const cut = { after: 1, isHeard: false }
    await using office = await postOffice({ pauses: [5], cuts: [{ after: 99, isHeard: true }, cut, cut, cut, cut] })
    const { figures, failure } = await run(office, 6, { connections: 3, mayOvertake: true })
    expect([figures, failure]).toEqual([all(6), null])
  })

  it('are left when their server hung up while they waited, and no mail is worse for it', async () => {
    await using office = await postOffice({ cuts: [{ after: 4, isHeard: true }] })
    const { figures, failure } = await run(office, 2, { rate: 10 })
    expect([figures, failure, verbs(office)]).toEqual([
      all(2),
      null,
      ['EHLO MAIL RCPT DATA', 'EHLO MAIL RCPT DATA QUIT'],
    ])
  })
})

describe('a rate', () => {
  it('holds over all connections', async () => {
    await using office = await postOffice()
    const { figures, seconds } = await run(office, 6, { rate: 20, connections: 5, mayOvertake: true })
    // Five intervals of 50 ms, less what late timers may make up for.
    expect([figures, seconds >= 0.22]).toEqual([all(6), true])
  })

  describe('and its turns', () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())
    const openPool = (rate: number) =>
      createPool({ count: 9, rate, mayOvertake: true, mail: (index) => numbered(index, ['a@x.example']) }, neverStopped)
    const neverStopped = new AbortController().signal
    const indexOf = (given: Awaited<ReturnType<Pool['next']>>) =>
      given === null || given === 'later' ? given : given.index

    it('are for a connection that is open before one that would have to be opened', async () => {
      const pool = openPool(1)
      const [open, closed] = [
        { number: 0, isOpen: true },
        { number: 1, isOpen: false },
      ]
      const woken: string[] = []
      const first = indexOf(await pool.next(open))
      void pool.wait(closed, Number.POSITIVE_INFINITY).then(() => woken.push('closed'))
      void pool.wait(open, 30_000).then(() => woken.push('open'))
      await vi.advanceTimersByTimeAsync(999)
      const tooEarly = [await pool.next(closed), ...woken]
      await vi.advanceTimersByTimeAsync(1)
      const second = indexOf(await pool.next(open))
      expect([first, tooEarly, woken, second]).toEqual([0, ['later'], ['open'], 1])
      // Now the open one is busy.
      await vi.advanceTimersByTimeAsync(1000)
      expect([woken, indexOf(await pool.next(closed))]).toEqual([['open', 'closed'], 2])
    })

    it('that are far off are not waited for with an open connection', async () => {
      const pool = openPool(0.01)
      const lane = { number: 0, isOpen: true }
      await pool.next(lane)
      expect([await pool.wait(lane, 30_000), await pool.next(lane)]).toEqual([false, 'later'])
    })
  })

  it('is no reason to wait after Stop', async () => {
    await using office = await postOffice()
    const stop = new AbortController()
    const running = run(office, 3, { rate: 0.01, signal: stop.signal })
    const watch = setInterval(() => office.taken.length > 0 && stop.abort(), 5)
    const { figures } = await running
    clearInterval(watch)
    expect(figures).toEqual({ ...all(1), failed: 2 })
  })
})

it('a mail that cannot be made is failed, and the next ones go', async () => {
  await using office = await postOffice()
  const mail = (index: number) => {
    if (index === 1) throw new Error('there is no such file')
    return numbered(index, index === 2 ? [] : ['luis@x.example'])
  }
  const { figures, failure } = await run(office, 4, { mail })
  expect([figures, failure, office.taken.map(({ subject }) => subject)]).toEqual([
    { ...all(2), failed: 2 },
    'internal',
    ['0', '3'],
  ])
})

const people = ['a@x.example', 'b@x.example', 'c@y.example', 'd@y.example']
const offers = fc.record({
  pipelining: fc.boolean(),
  chunking: fc.boolean(),
  mails: fc.option(fc.integer({ min: 1, max: 4 })),
  recipients: fc.option(fc.integer({ min: 1, max: 3 })),
})
const world = fc.record({
  offers,
  envelopes: fc.array(fc.subarray(people, { minLength: 1 }), { minLength: 1, maxLength: 12 }),
  cuts: fc.array(fc.record({ after: fc.integer({ min: 1, max: 20 }), isHeard: fc.boolean() }), { maxLength: 6 }),
  pauses: fc.array(fc.nat(6), { minLength: 1, maxLength: 5 }),
  connections: fc.integer({ min: 1, max: 4 }),
  window: fc.constantFrom(1, 2, 8),
  mailsPerConnection: fc.option(fc.integer({ min: 1, max: 5 })),
})

test('whatever the server offers and wherever it hangs up: no mail twice, none out of turn, and true figures', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ offers, envelopes, cuts, pauses, ...manner }) => {
      const limits = [offers.mails && `MAILMAX=${offers.mails}`, offers.recipients && `RCPTMAX=${offers.recipients}`]
      const options: PostOfficeOptions = {
        offers: [
          ...(offers.pipelining ? ['PIPELINING'] : []),
          ...(offers.chunking ? ['CHUNKING'] : []),
          `LIMITS ${limits.filter(Boolean).join(' ')}`.trim(),
        ],
        cuts,
        pauses,
      }
      await using office = await postOffice(options)
      const { figures } = await run(office, envelopes.length, { ...manner, to: (index) => envelopes[index] ?? [] })
      const { sent, refused, unknown, failed } = figures
      const reached = office.taken.flatMap(({ subject, to }) => to.map((one) => ({ one, mail: Number(subject) })))

      expect(new Set(reached.map(({ one, mail }) => `${mail} ${one}`)).size).toBe(reached.length)
      for (const person of people) {
        const mails = reached.filter(({ one }) => one === person).map(({ mail }) => mail)
        expect(mails).toEqual(mails.toSorted((one, other) => one - other))
      }
      const withServer = new Set(reached.map(({ mail }) => mail)).size
      expect(sent + refused + unknown + failed).toBe(envelopes.length)
      expect([sent <= withServer, withServer <= sent + unknown]).toEqual([true, true])
      if (cuts.length === 0) expect([figures, reached.length]).toEqual([all(envelopes.length), envelopes.flat().length])
      // After HELO nothing was offered, so that there is no limit but ours.
      for (const [session, commands] of office.sessions.entries()) {
        const limit = commands[0] === 'EHLO' ? offers : { mails: null, recipients: null }
        expect(count('MAIL', commands)).toBeLessThanOrEqual(limit.mails ?? 99)
        if (limit.recipients === null)
          expect(count('MAIL', commands)).toBeLessThanOrEqual(manner.mailsPerConnection ?? 99)
        for (const { to } of office.taken.filter((one) => one.session === session))
          expect(to.length).toBeLessThanOrEqual(limit.recipients ?? 99)
      }
    }),
    { numRuns: 150 },
  )
}, 60_000)
