// Both halves of a login that are ours: what the client says is what the loopback server takes, for any name and password.
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logIn, type Mechanism, usualMechanisms } from '../../../../../electron/engine/loopback/login.ts'
import { createMechanism } from '../../../../../electron/engine/smtp/sasl/index.ts'
import { SmtpError } from '../../../../../electron/engine/smtp-error.ts'
import { mechanisms as clientMechanisms } from '../../../../../shared/values/mechanisms.ts'
import { loginContext } from '../../../../fakes/login.ts'

type Credentials = { readonly user: string; readonly password: string }

/** What the server thinks in the end, and whether the client believes it. */
async function talk(name: Mechanism, client: Credentials, account: Credentials) {
  const mechanism = await createMechanism(
    name,
    loginContext({ user: client.user, secret: client.password, random: randomBytes }),
  )
  const server = logIn(name, account)
  let given = mechanism.initial?.octets ?? null
  let turn = server.next()
  for (let index = 0; turn.done !== true; ) {
    let answer = given
    given = null
    if (answer === null) {
      const step = await mechanism.answer(Buffer.from(turn.value.text), index)
      index += 1
      if (step.kind !== 'response') return `${step.kind}: ${step.reason}`
      answer = step.response.octets
    }
    turn = server.next(answer)
  }
  return { verdict: turn.value, doubt: mechanism.doubt?.() ?? null }
}

/** With the signs that mean something to one mechanism or another. */
const word = fc.string({
  unit: fc.constantFrom('a', 'B', '7', '=', ',', 'ñ', ' ', '"', '\\', '@'),
  minLength: 1,
  maxLength: 12,
})
const runs = { numRuns: 10 }

describe.each(usualMechanisms)('%s', (name) => {
  test('lets in whoever knows the password', async () => {
    const property = fc.asyncProperty(word, word, async (user, password) => {
      expect(await talk(name, { user, password }, { user, password })).toEqual({ verdict: 'right', doubt: null })
    })
    await fc.assert(property, runs)
  })

  test('lets in nobody else', async () => {
    const property = fc.asyncProperty(word, word, word, async (user, password, other) => {
      fc.pre(other !== password && other !== user)
      for (const account of [
        { user, password: other },
        { user: other, password },
      ]) {
        expect(await talk(name, { user, password }, account)).toMatchObject({
          verdict: expect.stringMatching(/^wrong/),
        })
      }
    })
    await fc.assert(property, runs)
  })
})

test.each(clientMechanisms)(
  '%s bears whatever a server says: it answers, gives up, or says what is wrong',
  async (name) => {
    const octets = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc
        .constantFrom('', 'r=,s=,i=1', 'v=', 'e=', 'nonce="', '{"status":', 'NTLMSSP\0')
        .map((text) => Buffer.from(text)),
    )
    const property = fc.asyncProperty(fc.array(octets, { maxLength: 5 }), async (challenges) => {
      const mechanism = await createMechanism(name, loginContext())
      for (const [index, challenge] of challenges.entries()) {
        try {
          const step = await mechanism.answer(Buffer.from(challenge), index)
          expect(['response', 'unexpected', 'distrusted', 'unsuitable']).toContain(step.kind)
        } catch (error) {
          if (!(error instanceof SmtpError)) throw error
        }
      }
    })
    await fc.assert(property)
  },
)
