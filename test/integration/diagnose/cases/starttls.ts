// Speaking around STARTTLS: a server spoiled in one way each.
import type { Faults, Line } from '../../../fakes/faulty-server.ts'
import { identity } from '../../loopback/test-server.ts'
import type { FaultCase } from './fault-case.ts'

/** Inside TLS nothing counts before a new EHLO. */
const forgetful = ({ text, isTls, before }: Line) => {
  const start = before.lastIndexOf('STARTTLS')
  const isIntroduced = before.slice(start + 1).some((line) => line.startsWith('EHLO'))
  return isTls && !isIntroduced && /^(MAIL|RCPT)/.test(text) ? '503 5.5.1 EHLO first' : undefined
}
const refusing = ({ text, isTls }: Line) => (!isTls && text.startsWith('MAIL') ? '530 5.7.0 STARTTLS first' : undefined)
const inside = (pattern: RegExp, answer: string | null): Faults => ({
  identity,
  answer: ({ text, isTls }) => (isTls && pattern.test(text) ? answer : undefined),
})
const isMx = { isMx: true } as const

/** Shuts the door once a handshake was spoiled. */
function banning(): Faults {
  let isBanned = false
  return {
    identity,
    isShut: () => isBanned,
    onBrokenHandshake: () => {
      isBanned = true
    },
  }
}

const isSilent = { isSilent: true } as const

export const starttlsCases: readonly FaultCase[] = [
  ['STL-03', 'offers none and knows none', {}, 'pass'],
  ['STL-03', 'hides it', { identity, offers: () => ['SIZE 1'] }, 'warn'],
  ['STL-04', 'takes plain mail', { identity }, 'pass', isMx],
  ['STL-04', 'insists on encryption', { identity, answer: refusing }, 'warn', isMx],
  ['STL-05', 'refuses all before encryption', { identity, answer: refusing }, 'pass'],
  ['STL-05', 'takes mail before encryption', { identity }, 'warn'],
  [
    'STL-05',
    'takes passwords before encryption',
    { identity, offers: (isTls) => ['AUTH PLAIN', ...(isTls ? [] : ['STARTTLS'])] },
    'fail',
  ],
  ['STL-06', 'throws plain text away when TLS begins', { identity }, 'pass'],
  ['STL-08', 'forgets', { identity, answer: forgetful }, 'pass'],
  ['STL-09', 'insists on a new EHLO', { identity, answer: forgetful }, 'pass'],
  ['STL-09', 'remembers our name', { identity }, 'info'],
  ['STL-09', 'is struck dumb', inside(/^MAIL/, null), 'fail', isSilent],
  ['STL-10', 'refuses it', { identity }, 'pass'],
  ['STL-10', 'takes it twice', inside(/^STARTTLS$/, '220 Again'), 'fail'],
  [
    'STL-10',
    'takes an argument',
    { identity, answer: ({ text }) => (text === 'STARTTLS now' ? '220 Now' : undefined) },
    'warn',
  ],
  ['STL-13', 'bears a broken handshake', { identity }, 'pass'],
  ['STL-13', 'shuts us out after one', banning(), 'warn'],
]
