// EHL-01: the greeting names the server, in the form that clients can read.
import { isAddressLiteral, isDomain } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { greetingEvidence } from '../evidence.ts'
import { isGreeted } from '../preconditions.ts'
import { greetByName } from '../settings.ts'

export const greetingGrammar: SessionCheck = {
  id: 'EHL-01',
  name: say('The greeting is well formed', 'El saludo está bien formado'),
  severity: 'low',
  reference: 'RFC 5321 §4.2',
  judge(observed) {
    if (!isGreeted(observed)) return null
    const evidence = greetingEvidence(observed)
    const lines = observed.entries.filter(({ index }) => evidence.includes(index)).map(({ text }) => text)
    const codes = new Set(lines.map((line) => line.slice(0, 3)))
    const advice = advise(
      'Let the greeting begin with the name of the server.',
      'Hacer que el saludo empiece por el nombre del servidor.',
      greetByName,
    )
    if (codes.size > 1 || lines.some((line) => !/^\d{3}([ -]|$)/.test(line))) {
      return fail(say('The lines of the greeting disagree.', 'Las líneas del saludo no concuerdan.'), advice, evidence)
    }
    const name = /^\d{3}[ -](\S+)/.exec(lines[0] ?? '')?.[1] ?? ''
    if (isDomain(name) || isAddressLiteral(name)) {
      return pass(say(`The server calls itself ${name}.`, `El servidor se llama ${name}.`), evidence)
    }
    return warn(
      say(
        'The greeting does not begin with the name of the server.',
        'El saludo no empieza por el nombre del servidor.',
      ),
      advice,
      evidence,
    )
  },
}
