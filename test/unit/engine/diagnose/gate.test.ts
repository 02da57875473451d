// The way to one host: how many connections were opened, and that there are never more than were told of.
import { expect, test } from 'vitest'
import { createGate } from '../../../../electron/engine/diagnose/gate.ts'
import { smtpError } from '../../../../electron/engine/smtp-error.ts'

const { signal } = new AbortController()
const busy = smtpError('service-closing', 'greeting', 'Too many.', {
  reply: { code: 421, enhanced: null, text: 'too many' },
})
const refused = smtpError('connection-refused', 'connect', 'Refused.')
const at = '127.0.0.1'

/** Says these in turn, then lets everybody in. */
const host = (...errors: readonly Error[]) => {
  const rest = [...errors]
  let asked = 0
  return {
    asked: () => asked,
    async open() {
      asked += 1
      const error = rest.shift()
      if (error !== undefined) throw error
      return 'in'
    },
  }
}

test('a busy host is asked again, and each time is a connection', async () => {
  const gate = createGate({ signal, pauses: [0, 0] })
  const { open, asked } = host(busy, busy)
  expect([await gate.pass(at, open), asked(), gate.opened, gate.wasThrottled]).toEqual(['in', 3, 3, true])
})

test('what did not connect is none', async () => {
  const gate = createGate({ signal, pauses: [0] })
  await expect(gate.pass(at, host(refused).open)).rejects.toBe(refused)
  expect([gate.opened, gate.wasThrottled]).toEqual([0, false])
})

test('asking again takes of what was told, and when that is spent nothing more is opened', async () => {
  const gate = createGate({ signal, pauses: [0, 0, 0] })
  gate.allow(2)
  const { open, asked } = host(busy, busy, busy)
  await expect(gate.pass(at, open)).rejects.toBe(busy)
  await expect(gate.pass(at, open)).rejects.toMatchObject({ failure: { kind: 'service-closing' } })
  expect([asked(), gate.opened]).toEqual([2, 2])
})

test('who counts wrongly gets no further', async () => {
  const gate = createGate({ signal })
  gate.allow(1)
  const { open, asked } = host()
  await gate.pass(at, open)
  await expect(gate.pass(at, open)).rejects.toMatchObject({ failure: { kind: 'internal' } })
  expect(asked()).toBe(1)
})
