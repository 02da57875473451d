import { expect, test } from 'vitest'
import { isError, rowKind } from '../../../../renderer/transcript/row-kind.ts'
import { session } from './entries.ts'

test.each([
  ['C: RCPT TO:<a@b>', {}, 'command', false],
  ['S: 250-first line', {}, 'reply2', false],
  ['S: 250 ok', {}, 'reply2', false],
  ['S: 354 go on', {}, 'reply3', false],
  ['S: 450-more follows', {}, 'reply4', false],
  ['S: 450 later', {}, 'reply4', true],
  ['S: 550 never', {}, 'reply5', true],
  ['S: 221', {}, 'reply2', false],
  ['S: SSH-2.0-OpenSSH', {}, 'unknown', false],
  ['S: 2500 things', {}, 'unknown', false],
  ['C: Subject: x', { kind: 'body' }, 'body', false],
  ['connected', { kind: 'connect', facts: { outcome: 'connected' } }, 'event', false],
  ['not connected', { kind: 'connect', facts: { outcome: 'failed' } }, 'warning', true],
  ['On the wire: MAIL lacks SIZE=1.', { kind: 'note' }, 'wire', false],
  ['mx does not offer DSN, so no notice of delivery is asked for.', { kind: 'note' }, 'wire', false],
  ['Stopped after rcpt, as told.', { kind: 'note' }, 'event', false],
  ['beware', { kind: 'warning' }, 'warning', true],
] as const)('%s %o is a %s', (text, more, kind, isOne) => {
  expect(session([0, 'rcpt', text, more]).map((entry) => [rowKind(entry), isError(entry)])).toEqual([[kind, isOne]])
})
