// A login for tests of SASL: what a mechanism may know, with random octets and a clock that stand still.
import { createMechanism, type LoginContext } from '../../electron/engine/smtp/sasl/index.ts'
import type { Mechanism } from '../../shared/values/mechanisms.ts'

export const loginContext = (wish: Partial<LoginContext> = {}): LoginContext => ({
  user: 'tim',
  secret: 'tanstaaftanstaaf',
  host: 'mx.example',
  port: 587,
  binding: { kind: 'none' },
  random: (length) => Buffer.alloc(length, 7),
  now: () => new Date(0),
  ...wish,
})

/** An answer is `[octets, shown, note]`, or the reason why there is none. */
type Answer = readonly [octets: string, shown: string, note: string | null] | string

/** The whole exchange: initial response, then the answer to each challenge, then whether a success is believed. */
export async function runLogin(
  name: Mechanism,
  challenges: readonly (string | Buffer)[],
  wish: Partial<LoginContext> = {},
) {
  const mechanism = await createMechanism(name, loginContext(wish))
  const answers: Answer[] = []
  for (const [index, challenge] of challenges.entries()) {
    const step = await mechanism.answer(Buffer.from(challenge), index)
    answers.push(
      step.kind === 'response'
        ? [step.response.octets.toString('latin1'), step.response.shown, step.note]
        : step.reason,
    )
  }
  const { initial } = mechanism
  return {
    initial: initial && [initial.octets.toString('latin1'), initial.shown],
    answers,
    doubt: mechanism.doubt?.() ?? null,
  }
}
