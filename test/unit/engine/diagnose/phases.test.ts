import { expect, test } from 'vitest'
import { phasesOf } from '../../../../electron/engine/diagnose/phases.ts'
import { entriesOf } from '../../../fakes/entries.ts'
import { numbered } from '../../../fakes/observed.ts'

/** One entry each ten milliseconds. */
const spoken = (text: string) =>
  numbered(entriesOf(text)).map((entry, index) => ({ ...entry, time: index * 10_000_000 }))
const begun = (...stages: readonly (readonly [string, number])[]) => stages.map(([stage, at]) => ({ stage, at }))

test('each phase lasts until the next one, and STARTTLS is told apart from its handshake', () => {
  const stages = begun(
    ['dns', 0],
    ['connect', 5],
    ['greeting', 8],
    ['ehlo', 20],
    ['tls', 40],
    ['ehlo', 90],
    ['quit', 95],
  )
  const entries = spoken('S: 220 hi\nC: EHLO x\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\n* tls TLSv1.3\nC: EHLO x')
  expect(phasesOf({ stages, durationMs: 99 }, entries)).toEqual([
    { stage: 'dns', ms: 5 },
    { stage: 'connect', ms: 3 },
    { stage: 'greeting', ms: 12 },
    { stage: 'ehlo', ms: 20 },
    { stage: 'starttls', ms: 10 },
    { stage: 'handshake', ms: 40 },
    { stage: 'ehlo-after-tls', ms: 5 },
    { stage: 'quit', ms: 4 },
  ])
})

test('where TLS comes first there is a handshake alone, and one EHLO', () => {
  const stages = begun(['connect', 0], ['tls', 3], ['greeting', 10], ['ehlo', 12], ['quit', 15])
  expect(phasesOf({ stages, durationMs: 16 }, spoken('* tls TLSv1.3\nS: 220 hi\nC: EHLO x'))).toEqual([
    { stage: 'connect', ms: 3 },
    { stage: 'handshake', ms: 7 },
    { stage: 'greeting', ms: 2 },
    { stage: 'ehlo', ms: 3 },
    { stage: 'quit', ms: 1 },
  ])
})

test('a refused STARTTLS has no handshake, and a session has the phases that it came to', () => {
  const entries = spoken('S: 220 hi\nC: EHLO x\nS: 250 STARTTLS\nC: STARTTLS\nS: 454 no')
  expect(phasesOf({ stages: begun(['greeting', 0], ['ehlo', 10], ['tls', 30]), durationMs: 40 }, entries)).toEqual([
    { stage: 'greeting', ms: 10 },
    { stage: 'ehlo', ms: 20 },
    { stage: 'starttls', ms: 10 },
  ])
})
