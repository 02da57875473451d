// What the events of a diagnosis change on the screen.
import { expect, test } from 'vitest'
import type { FollowedDiagnosis } from '#shared/contract/diagnose.ts'
import { begun, nothing, type Situation, taken } from '../../../../renderer/diagnose/situation.ts'

const after = (situation: Situation, ...events: readonly FollowedDiagnosis[]) =>
  events.reduce(taken, { situation, seen: nothing })

test('what is to come and what it takes is told once, and a part of it adds nothing', () => {
  const { situation } = after(
    begun,
    { kind: 'begun', id: 'd1' },
    { kind: 'due', groups: ['RCH', 'TLS'], connections: 40, waitSeconds: 31 },
    { kind: 'plan', endpoints: ['mx.example:25'], connections: 2, waitSeconds: 0 },
  )
  expect(situation).toEqual({
    kind: 'running',
    id: 'd1',
    step: null,
    cost: { connections: 40, waitSeconds: 31 },
    due: ['RCH', 'TLS'],
    isStopping: false,
  })
})

test('what was left takes nothing more', () => {
  const left = { kind: 'left' } as const
  expect(after(left, { kind: 'records', records: [] }, { kind: 'begun', id: 'd1' }).situation).toBe(left)
})
