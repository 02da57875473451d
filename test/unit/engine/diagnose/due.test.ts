// What is told before a diagnosis: which groups of checks are to come.
import { expect, test } from 'vitest'
import { dueOf } from '../../../../electron/engine/diagnose/due.ts'
import type { DiagnoseTarget } from '../../../../electron/engine/diagnose/index.ts'
import { planOf } from '../../../../electron/engine/diagnose/plan.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'
import { plainMail } from '../../../fakes/signed-mail.ts'

const resolver = fakeResolver({ mx: { 'shop.example': [[10, 'mx.shop.example']] } })
const { signal } = new AbortController()

async function due(wish: Partial<DiagnoseTarget>) {
  const target = { text: '', access: null, ...wish }
  const told = dueOf(target, await planOf(target, { resolver, signal, mxPort: 25 }))
  return told.kind === 'due' ? told.groups.join(' ') : ''
}

test.each([
  ['DNS of a domain', { text: 'shop.example', level: 0 }, /^MX .*SPF.*BIM CAA .*DAN/],
  ['a server', { text: 'mx.shop.example:25', level: 1 }, /^RCH EHL STL TLS AUT PERF DAN$/],
  ['a server, pressed', { text: 'mx.shop.example:25', level: 2 }, /^RCH EHL STL TLS AUT PERF POL REL ROB DAN$/],
  ['the groups that are wanted', { text: 'mx.shop.example:25', level: 2, only: ['TLS', 'STL-01'] }, /^STL TLS$/],
  ['a mail', { level: 0, sender: { message: Buffer.from(plainMail) } }, /^DNS SPF DMA DKI$/],
] as const)('of %s these groups are to come', async (_what, wish, groups) => {
  expect(await due(wish)).toMatch(groups)
})
