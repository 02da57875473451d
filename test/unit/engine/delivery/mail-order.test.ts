// Mails to one recipient never overtake each other, whatever the connections do, and each of them gets its turn.
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { createMailOrder, type Ordered } from '../../../../electron/engine/delivery/mail-order.ts'

const people = ['ana@x.example', 'luis@x.example', 'eva@x.example', 'pia@x.example']
const letters = fc.array(fc.subarray(people, { minLength: 1 }), { minLength: 1, maxLength: 20 })
/** What happens next, read as it fits: a lane asks for a mail, or one that is on its way is finished or comes back. */
const moves = fc.array(
  fc.record({ lane: fc.nat(3), what: fc.constantFrom('take', 'take', 'finish', 'giveBack'), which: fc.nat() }),
)

const sharesOne = (one: Ordered, other: Ordered) => one.recipients.some((each) => other.recipients.includes(each))

test('a mail is handed out only while no earlier one to its recipients waits or is on another connection', () => {
  fc.assert(
    fc.property(letters, moves, (envelopes, steps) => {
      const mails = envelopes.map((recipients, index): Ordered => ({ index, recipients }))
      const order = createMailOrder(false)
      for (const mail of mails) order.add(mail)
      const flying = new Map<Ordered, number>()
      const done = new Set<Ordered>()
      const take = (lane: number) => {
        const mail = order.find(lane)
        if (mail === null) return false
        const earlier = mails.filter((one) => one.index < mail.index && !done.has(one) && sharesOne(one, mail))
        expect(earlier.filter((one) => flying.get(one) !== lane)).toEqual([])
        order.take(mail, lane)
        flying.set(mail, lane)
        return true
      }
      const end = (what: 'finish' | 'giveBack', mail: Ordered | undefined) => {
        if (mail === undefined) return
        flying.delete(mail)
        if (what === 'finish') {
          done.add(mail)
          order.finish(mail)
        } else order.add(mail)
      }
      for (const { lane, what, which } of steps) {
        const mine = [...flying].filter(([, on]) => on === lane).map(([mail]) => mail)
        if (what === 'take') take(lane)
        // A server answers in order; what comes back is the end of what was on its way.
        else if (what === 'finish') end('finish', mine[0])
        else for (const mail of mine.slice(which % (mine.length + 1))) end('giveBack', mail)
      }
      // However it stands: nobody waits for ever.
      for (let round = 0; done.size < mails.length; round += 1) {
        expect(round).toBeLessThan(100)
        while (take(0) || take(1)) {}
        for (const mail of [...flying.keys()]) end('finish', mail)
      }
      expect(order.waiting).toEqual([])
    }),
  )
})

it('knows one address in two spellings', () => {
  const order = createMailOrder(false)
  const [one, other] = [
    { index: 0, recipients: ['Ana@BÜCHER.example'] },
    { index: 1, recipients: ['ana@xn--bcher-kva.example'] },
  ] as const
  order.add(one)
  order.add(other)
  order.take(one, 0)
  expect([order.find(1), order.find(0)]).toEqual([null, other])
})

it('holds nothing back where the order does not matter', () => {
  const order = createMailOrder(true)
  const mails = [0, 1].map((index) => ({ index, recipients: ['ana@x.example'] }))
  for (const mail of mails) order.add(mail)
  order.take(mails[0] ?? { index: 0, recipients: [] }, 0)
  expect(order.find(1)).toBe(mails[1])
})
