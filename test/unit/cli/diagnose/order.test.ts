// What the options of `heloise diagnose` ask for.
import { afterAll, expect, test } from 'vitest'
import type { DiagnoseOptions } from '../../../../electron/cli/diagnose/command.ts'
import { orderOf } from '../../../../electron/cli/diagnose/order.ts'
import { terminalOfProcess } from '../../../../electron/cli/terminal.ts'
import { UsageError } from '../../../../electron/cli/usage-error.ts'

const terminal = terminalOfProcess()
afterAll(terminal.close)

const order = (target: string, options: Partial<DiagnoseOptions>) =>
  orderOf(target, { level: '1', scan: 'quick', tlsPolicy: 'bcp-195', ...options }, terminal)

test.each([
  ['127.0.0.1:25', { level: '2' }, { level: 2, triesAgain: false, isPressing: false }],
  ['127.0.0.1:25', { level: '2', tryAgain: true }, { level: 2, triesAgain: true, isPressing: false }],
  ['mx.example:25', { level: '2' }, { level: 2, isOwn: false, isPressing: true }],
  ['mx.example:25', { level: '3', own: true, mailbox: 'me@own.example' }, { isOwn: true, mailbox: 'me@own.example' }],
  ['example.com', { only: 'dan, stl-01' }, { only: ['DAN', 'STL-01'] }],
] as const)('%s with %o', async (target, options, expected) => {
  expect(await order(target, options)).toMatchObject(expected)
})

test.each([
  ['mx.example:25', { level: '3' }],
  ['mx.example:25', { level: '4' }],
  ['mx.example:25', { only: 'XYZ-01' }],
  ['two words', {}],
] as const)('%s with %o is a mistake in use', async (target, options) => {
  await expect(order(target, options)).rejects.toBeInstanceOf(UsageError)
})
