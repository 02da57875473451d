import { expect, it } from 'vitest'
import type { KeptPolicy } from '#shared/values/mta-sts.ts'
import { storedPolicies } from '../../../electron/services/stored-policies.ts'

const policy = (domain: string, expiresAt: number): KeptPolicy => ({
  domain,
  id: '1',
  policy: { mode: 'enforce', mx: [`mx.${domain}`], maxAge: 1 },
  expiresAt,
})

function memoryShelf() {
  let value: readonly KeptPolicy[] | null = null
  return {
    get: () => value,
    set(next: readonly KeptPolicy[]) {
      value = next
    },
  }
}

it('policies are there again after a new start, but for those that have expired', () => {
  const shelf = memoryShelf()
  const before = storedPolicies(shelf, 0)
  for (const one of [policy('old.example', 10), policy('new.example', 30), policy('new.example', 40)]) before.set(one)
  const after = storedPolicies(shelf, 20)
  after.set(policy('next.example', 50))
  expect({
    found: ['old.example', 'new.example', 'next.example'].map((domain) => after.get(domain)?.expiresAt ?? null),
    kept: shelf.get()?.map(({ domain }) => domain),
  }).toEqual({ found: [null, 40, 50], kept: ['new.example', 'next.example'] })
})
