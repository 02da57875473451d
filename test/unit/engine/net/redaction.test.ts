import { expect, it } from 'vitest'
import { createRedaction } from '../../../../electron/engine/net/redaction.ts'

const apply = (secrets: readonly string[], text: string) => {
  const redaction = createRedaction()
  redaction.hide(secrets)
  return redaction.apply(Buffer.from(text)).toString()
}

it('hides every secret in what a server quotes, the longest first', () => {
  expect(apply(['contraseña', 'contraseña larga'], '500 «contraseña larga»? contraseña!')).toBe(
    '500 «[hidden]»? [hidden]!',
  )
})

it('leaves other octets alone, and secrets that stand in words by chance', () => {
  expect(apply(['abc', ''], '250 abc')).toBe('250 abc')
})
