// EHL-18: every reply of the session keeps to the form of replies.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { isGreeted } from '../preconditions.ts'

/** RFC 5321 §4.5.3.1.5, CRLF included */
const longestLine = 512

export const replyHygiene: SessionCheck = {
  id: 'EHL-18',
  name: say('The replies keep to the rules', 'Las respuestas cumplen las reglas'),
  severity: 'medium',
  reference: 'RFC 5321 §4.2',
  judge(observed) {
    if (!isGreeted(observed)) return null
    const lines = observed.entries.filter(({ direction, kind }) => direction === 'server' && kind === 'line')
    const breach = breaches.find(({ broken }) => lines.some((line, place) => broken(line, lines[place - 1])))
    if (breach === undefined) {
      return pass(
        say(
          `${lines.length} lines were heard; all keep to the rules.`,
          `Se oyeron ${lines.length} líneas; todas cumplen las reglas.`,
        ),
      )
    }
    const evidence = lines.filter((line, place) => breach.broken(line, lines[place - 1])).map(({ index }) => index)
    const judge = breach.isGrave ? fail : warn
    return judge(
      breach.what,
      say(
        'Strict clients hang up at that. Look what stands between, or update the server.',
        'Los clientes estrictos cuelgan al verlo. Mirar qué hay en medio, o actualizar el servidor.',
      ),
      evidence,
    )
  },
}

type Breach = {
  readonly what: Words
  readonly isGrave: boolean
  readonly broken: (line: Entry, before: Entry | undefined) => boolean
}

const codeOf = ({ text }: Entry) => text.slice(0, 3)

const breaches: readonly Breach[] = [
  {
    what: say('The code changes within a reply.', 'El código cambia dentro de una respuesta.'),
    isGrave: true,
    // RFC 5321 §4.2.1
    broken: (line, before) => before !== undefined && before.text[3] === '-' && codeOf(before) !== codeOf(line),
  },
  {
    what: say('A code is none that SMTP knows.', 'Un código no es de los que SMTP conoce.'),
    isGrave: true,
    broken: ({ text }) => !/^[2-5]\d\d(?:[ -]|$)/.test(text),
  },
  {
    what: say(
      'An enhanced code contradicts the code before it.',
      'Un código ampliado contradice al código que lo precede.',
    ),
    isGrave: true,
    // RFC 2034 §4
    broken({ text }) {
      const [, code, enhanced] = /^([245])\d\d[ -]([245])\.\d{1,3}\.\d{1,3}\b/.exec(text) ?? []
      return code !== undefined && code !== enhanced
    },
  },
  {
    what: say('A line ends in a bare LF.', 'Una línea termina en un LF suelto.'),
    isGrave: false,
    broken: ({ ending }) => ending !== 'crlf',
  },
  {
    what: say('A line is longer than 512 octets.', 'Una línea tiene más de 512 octetos.'),
    isGrave: false,
    broken: ({ bytes }) => bytes > longestLine,
  },
]
