// Three-digit reply codes: what each says, and what it says to a certain command.
import { type Explanation, explain } from './explanation.ts'
import { laterCodes } from './reply-codes/later.ts'
import { refusalCodes } from './reply-codes/refusal.ts'
import { successCodes } from './reply-codes/success.ts'
import { answersTo } from './reply-contexts.ts'
import { say } from './words.ts'

export const replyCodeTexts: Readonly<Record<number, Explanation>> = { ...successCodes, ...laterCodes, ...refusalCodes }

const classTexts: Readonly<Record<number, Explanation>> = {
  2: explain(
    say('Done', 'Hecho'),
    say('Codes that begin with 2 say yes.', 'Los códigos que empiezan por 2 dicen que sí.'),
    'RFC 5321 §4.2.1',
  ),
  3: explain(
    say('Go on', 'Sigue'),
    say('Codes that begin with 3 ask for more.', 'Los códigos que empiezan por 3 piden más.'),
    'RFC 5321 §4.2.1',
  ),
  4: explain(
    say('Not now', 'Ahora no'),
    say(
      'Codes that begin with 4 say: try again later.',
      'Los códigos que empiezan por 4 dicen: volver a intentarlo más tarde.',
    ),
    'RFC 5321 §4.2.1',
  ),
  5: explain(
    say('No', 'No'),
    say('Codes that begin with 5 say no for good.', 'Los códigos que empiezan por 5 dicen que no, definitivamente.'),
    'RFC 5321 §4.2.1',
  ),
}
const noCode = explain(
  say('No reply code of SMTP', 'No es un código de SMTP'),
  say('Replies begin with a number from 200 to 599.', 'Las respuestas empiezan por un número del 200 al 599.'),
  'RFC 5321 §4.2',
)

/** What an answer says: in the light of the command it answers where that is known (`DOT` for the end of the mail). */
export function explainReplyCode(code: number, command: string | null = null): Explanation {
  const text = replyCodeTexts[code] ?? classTexts[Math.floor(code / 100)] ?? noCode
  const answer = command === null ? undefined : answersTo[`${command} ${code}`]
  return answer === undefined ? text : { ...text, text: answer }
}
