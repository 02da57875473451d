// What clients say to our own server: its grammar, its table and what its log shows of secrets.
import { answer, newState, type State, type World } from '../../../electron/engine/loopback/acts.ts'
import { isHttp, isTlsHello, parseCommand } from '../../../electron/engine/loopback/command.ts'
import { readRecipient, readSender } from '../../../electron/engine/loopback/envelope.ts'
import { decodeBase64 } from '../../../electron/engine/loopback/login.ts'
import { replyLines } from '../../../electron/engine/loopback/replies.ts'
import { behaviours } from '../../../electron/engine/loopback/scenarios.ts'
import { shownAnswer, shownCommand } from '../../../electron/engine/loopback/shown.ts'
import { clientLines, octets } from '../corpus.ts'
import { assert, type Target } from '../target.ts'

const conversation = [
  'EHLO client.example',
  'MAIL FROM:<ana@example.org> SIZE=26 BODY=8BITMIME SMTPUTF8',
  'RCPT TO:<luis@example.net>',
  'RCPT TO:<550-5.1.1@example.net>',
  'BDAT 3',
  'BDAT 0 LAST',
  'RSET',
  'AUTH PLAIN AGFuYQBzZWNyZXQ=',
  'AUTH SCRAM-SHA-256 biwsbj1hbmEscj1hYmM=',
].join('\r\n')

export const commands: Target = {
  name: 'commands',
  share: 18,
  samples: [...octets(clientLines), Buffer.from(conversation)],
  check(input) {
    isHttp(input)
    isTlsHello(input)
    const text = input.toString('latin1')
    readSender(text, true)
    readRecipient(text, true)
    for (const holding of ['user', 'password', 'user and password', 'user and digest', 'scram'] as const)
      assert(isOneLine(shownAnswer(text, holding)) || /[\r\n]/.test(text), 'what is shown of an answer is one line')
    decodeBase64(text)
    for (const scenario of ['none', 'chunks'] as const)
      for (const role of ['mx', 'submission'] as const) converse(input, role, scenario)
  },
}

const isOneLine = (text: string): boolean => !/[\r\n]/.test(text)

function converse(input: Buffer, role: World['role'], scenario: 'none' | 'chunks'): void {
  const world: World = { role, behaviour: behaviours[scenario], isNew: () => false }
  let state: State = newState(role === 'submission')
  for (const line of linesIn(input)) {
    const shown = shownCommand(line, false)
    assert(shown === undefined || !/AGFuYQBzZWNyZXQ|secret/.test(shown), 'a password is not shown')
    const command = parseCommand(line)
    if (command === null) continue
    const step = answer(state, command, world)
    if (step.reply !== null) {
      const lines = replyLines(step.reply)
      assert(
        lines.every((reply) => /^\d{3}[ -][\x20-\x7e]*$/.test(reply)),
        'a reply is made of lines of ASCII',
      )
    }
    const { envelope, phase } = step.state
    assert(envelope.to.length === 0 || ['recipients', 'chunks'].includes(phase), 'recipients stand behind a sender')
    state = step.state
  }
}

const linesIn = (input: Buffer): Buffer[] =>
  input
    .toString('latin1')
    .split('\n')
    .map((line) => Buffer.from(line.replace(/\r$/, ''), 'latin1'))
