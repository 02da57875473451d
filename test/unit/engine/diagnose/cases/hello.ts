// The greeting and the answer to EHLO, spoiled in one way each.
import type { Observed } from '../../../../../electron/engine/diagnose/observed.ts'
import { entriesOf } from '../../../../fakes/entries.ts'
import { before, failureOf, numbered, offering, sound, ungreeted } from '../../../../fakes/observed.ts'
import type { Case } from './case.ts'

const greeted = (greeting: string): Observed => ({
  ...sound,
  greeting,
  entries: numbered(entriesOf(`S: ${greeting}\nC: EHLO x\nS: 250 x`)),
})
const first = (...lines: string[]): Observed => ({ ...sound, beforeTls: offering(...lines) })
const last = (...lines: string[]): Observed => ({ ...sound, afterTls: offering(...lines) })
const heard = (...lines: string[]): Observed => ({ ...sound, entries: numbered(entriesOf(lines.join('\n'))) })
const leaving = (bye: string, ...offers: string[]): Observed => ({
  ...last(...offers),
  entries: numbered(entriesOf(`C: QUIT\nS: ${bye}`).map((entry) => ({ ...entry, stage: 'quit' as const }))),
})
const silent = ungreeted('greeting-missing')

const [firstEntry, ...otherEntries] = sound.entries
const ending = (ending: 'lf' | 'crlf', bytes: number): Observed => ({
  ...sound,
  entries: numbered([
    ...(firstEntry === undefined ? [] : [firstEntry]),
    ...otherEntries.map((entry) => ({ ...entry, ending, bytes })),
  ]),
})

export const helloCases: readonly Case[] = [
  ['RCH-09', 'nothing is rewritten', sound, 'pass/info'],
  ['RCH-09', 'the greeting is stars', greeted('220 ****************2*****'), 'fail/high'],
  ['RCH-09', 'a keyword is masked', first('XXXXXXXA', 'SIZE 1'), 'fail/high'],
  ['RCH-09', 'it did not greet', silent, null],
  ['EHL-01', 'it says its name', sound, 'pass/info'],
  ['EHL-01', 'it says an address', greeted('220 [192.0.2.1] ESMTP'), 'pass/info'],
  ['EHL-01', 'it says no name', greeted('220 Welcome! to us'), 'warn/low'],
  [
    'EHL-01',
    'its lines have two codes',
    { ...heard('S: 220-mx', 'S: 221 mx', 'C: EHLO x'), greeting: '221 mx' },
    'fail/low',
  ],
  ['EHL-05', 'every line is a keyword', sound, 'pass/info'],
  ['EHL-05', 'one is a name with a dot', first('SIZE 1', '263.net'), 'warn/low'],
  ['EHL-05', 'one says OK', first('OK'), 'warn/low'],
  [
    'EHL-05',
    'the answer is no reply',
    { ...sound, beforeTls: null, afterTls: null, tls: null, failure: failureOf('reply-malformed', { stage: 'ehlo' }) },
    'fail/low',
  ],
  [
    'EHL-05',
    'one is empty',
    { ...heard('S: 220 mx', 'C: EHLO x', 'S: 250-mx', 'S: 250-SIZE 1', 'S: 250 '), beforeTls: offering('SIZE 1') },
    'warn/low',
  ],
  ['EHL-06', 'it does not', sound, 'pass/info'],
  ['EHL-06', 'there are two sizes', last('SIZE 1', 'SIZE 2'), 'fail/medium'],
  ['EHL-06', 'the same size is told twice', last('SIZE 1', 'SIZE 1'), 'pass/info'],
  ['EHL-06', 'BINARYMIME has no CHUNKING', last('BINARYMIME'), 'fail/medium'],
  ['EHL-06', 'SMTPUTF8 has no 8BITMIME', last('SMTPUTF8'), 'fail/medium'],
  ['EHL-06', 'the old AUTH says the same', last('AUTH LOGIN PLAIN', 'AUTH=PLAIN LOGIN'), 'pass/info'],
  ['EHL-06', 'the old AUTH says something else', last('AUTH SCRAM-SHA-256', 'AUTH=LOGIN'), 'fail/medium'],
  ['EHL-07', 'they are', sound, 'pass/info'],
  ['EHL-07', 'one is private', last('X-ANYTHING'), 'pass/info'],
  ['EHL-07', 'one is of Exim', last('PIPECONNECT'), 'info/info'],
  ['EHL-07', 'nobody knows one', last('WOBBLE'), 'warn/info'],
  ['EHL-08', 'there is none', sound, 'pass/info'],
  ['EHL-08', 'Exchange speaks to its own', last('X-EXPS GSSAPI'), 'info/info'],
  ['EHL-08', 'anybody may claim anything', last('XCLIENT NAME ADDR'), 'fail/high'],
  ['EHL-14', 'it is not', sound, 'pass/info'],
  ['EHL-14', 'it is', first('REQUIRETLS'), 'fail/info'],
  ['EHL-15', 'there are none', sound, null],
  ['EHL-15', 'they are numbers', last('LIMITS MAILMAX=10 RCPTMAX=100'), 'pass/info'],
  ['EHL-15', 'one is no number', last('LIMITS MAILMAX=many'), 'warn/info'],
  ['EHL-18', 'they do', sound, 'pass/info'],
  ['EHL-18', 'the code changes', heard('S: 220 mx', 'C: EHLO x', 'S: 250-mx', 'S: 251 SIZE'), 'fail/medium'],
  ['EHL-18', 'a code is none', heard('S: 220 mx', 'C: EHLO x', 'S: 650 mx'), 'fail/medium'],
  ['EHL-18', 'an enhanced code contradicts', heard('S: 220 mx', 'C: QUIT', 'S: 221 5.0.0 Bye'), 'fail/medium'],
  ['EHL-18', 'lines end in LF', ending('lf', 20), 'warn/medium'],
  ['EHL-18', 'a line is too long', ending('crlf', 600), 'warn/medium'],
  ['EHL-19', 'they were not promised', leaving('221 Bye', 'SIZE 1'), null],
  ['EHL-19', 'they are given', leaving('221 2.0.0 Bye', 'ENHANCEDSTATUSCODES'), 'pass/info'],
  ['EHL-19', 'they are not', leaving('221 Bye', 'ENHANCEDSTATUSCODES'), 'warn/low'],
  ['EHL-21', 'it is silent on it', sound, 'pass/info'],
  ['EHL-21', 'it names its product', greeted('220 mx.example ESMTP Postfix'), 'info/info'],
  ['EHL-21', 'it names a version', greeted('220 mx.example ESMTP Exim 4.96 Mon'), 'warn/info'],
  ['EHL-22', 'none is', sound, 'pass/info'],
  ['EHL-22', 'TURN is', last('TURN'), 'fail/low'],
  ['EHL-22', 'ETRN is', last('ETRN'), 'warn/low'],
  ['EHL-05', 'nothing was offered', { ...sound, beforeTls: null, afterTls: null, tls: null }, 'indeterminate/info'],
  ['EHL-06', 'it said nothing of itself', { ...sound, beforeTls: before, afterTls: null, tls: null }, 'pass/info'],
]
