import { expect, it } from 'vitest'
import { falseEnds, shownEnd } from '../../../../electron/engine/diagnose/probes/false-ends.ts'
import { createAnyEndUndotter } from '../../../../electron/engine/loopback/any-end.ts'

const ends = [...falseEnds, '\r\n.\r\n'].map((end) => ({ end, shown: shownEnd(end) }))

it.each(ends)('$shown ends a mail wherever it is cut, and what is behind it goes on', ({ end }) => {
  const behind = 'NOOP\r\n'
  const octets = Buffer.from(`one\r\n..two\rthree${end}${behind}`, 'latin1')
  const cuts = Array.from({ length: octets.length - behind.length }, (_, cut) => cut)
  const seen = cuts.map((cut) => {
    const undot = createAnyEndUndotter()
    const [before, after] = [octets.subarray(0, cut), octets.subarray(cut)]
    const first = undot(before)
    const { content, rest } = first.rest === null ? undot(after) : { content: '', rest: `${first.rest}${after}` }
    // An end that could have been longer is not waited for; its LF stays behind.
    return [`${first.content}${content}`.trimEnd(), `${rest}`.trimStart()]
  })
  expect(seen).toEqual(cuts.map(() => ['one\r\n.two\rthree', behind]))
})
