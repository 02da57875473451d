// A line that the server said: a reply in the light of the command it answers, or a capability.
import type { Words } from '../values/settings.ts'
import type { Stage } from '../values/stage.ts'
import type { Entry } from '../values/transcript.ts'
import { decodeBase64Text } from './base64.ts'
import { answered, type Conversation, type ReplyLine, readReplyLine } from './conversation.ts'
import { explainEnhancedCode } from './enhanced-codes.ts'
import { type Explanation, explain, withMore } from './explanation.ts'
import { explainKeyword } from './keywords.ts'
import type { ReplyPlace } from './provider.ts'
import { causeOf } from './reply-causes.ts'
import { explainReplyCode } from './reply-codes.ts'
import { say } from './words.ts'

export function explainServerLine(entry: Entry, conversation: Conversation): Explanation {
  const line = readReplyLine(entry.text)
  if (line === null) return noReply
  const verb = answered(conversation)
  if ((verb === 'EHLO' || verb === 'LHLO') && line.code === 250 && conversation.replyLines > 0)
    return explainOffer(line)
  if (verb === null) return withMore(explainReplyCode(line.code), unasked)
  const text = explainReplyCode(line.code, verb)
  if (line.code === 334) return withMore(text, ...challengeWords(line.text))
  return withEnhancedCode(withCause(text, line, entry.stage, conversation.place), line)
}

const noReply = explain(
  say('Not a reply', 'No es una respuesta'),
  say('A reply begins with three digits; this line does not.', 'Una respuesta empieza por tres cifras; esta línea no.'),
  'RFC 5321 §4.2',
)
const unasked = say(
  'Nothing was asked: the server spoke by itself.',
  'No se preguntó nada: el servidor habló por su cuenta.',
)

function explainOffer({ text }: ReplyLine): Explanation {
  const [keyword = '', ...parameters] = text.trim().split(/\s+/)
  const explanation = explainKeyword({ keyword, parameters })
  const { title } = explanation
  return { ...explanation, title: say(`${keyword}: ${title.en}`, `${keyword}: ${title.es}`) }
}

function challengeWords(text: string): readonly Words[] {
  const decoded = decodeBase64Text(text.trim())
  return decoded === null || decoded === '' ? [] : [say(`It says: “${decoded}”.`, `Dice: «${decoded}».`)]
}

function withEnhancedCode(explanation: Explanation, { text }: ReplyLine): Explanation {
  const [first = ''] = text.split(' ')
  const code = /^2\.\d+\.0$/.test(first) ? null : explainEnhancedCode(first)
  return code === null ? explanation : withMore(explanation, say(`${code.title.en}.`, `${code.title.es}.`))
}

function withCause(explanation: Explanation, { code, text }: ReplyLine, stage: Stage, place: ReplyPlace): Explanation {
  const [, enhanced = null, words = text] = /^([245]\.\d{1,3}\.\d{1,3})\s+(.*)$/s.exec(text) ?? []
  const cause = causeOf({ code, enhanced, text: words }, stage, place)
  if (cause === null) return explanation
  const more = say(
    `Likely: ${cause.title.en}. ${cause.advice.en}`,
    `Probablemente: ${cause.title.es}. ${cause.advice.es}`,
  )
  return { ...withMore(explanation, more), reference: cause.rfc ?? explanation.reference }
}
