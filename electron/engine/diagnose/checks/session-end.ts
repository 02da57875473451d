// EHL-20: RSET and NOOP are taken, and QUIT ends the session with a word.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MannersSeen } from '../probes/manners.ts'
import { saidWords } from '../said-words.ts'

export const sessionEnd: ProbeCheck<MannersSeen> = {
  id: 'EHL-20',
  name: say('Sessions end cleanly', 'Las sesiones terminan limpiamente'),
  severity: 'low',
  reference: 'RFC 5321 §4.1.1.10',
  judge({ seen: { rset, noop, quit, afterQuit } }) {
    const evidence = [rset, noop, quit].flatMap((said) => said.evidence)
    const advice = say(
      'Look whether a proxy or a virus scanner stands in between.',
      'Mirar si hay un proxy o un antivirus en medio.',
    )
    const said = [
      { line: 'RSET', said: rset },
      { line: 'NOOP', said: noop },
    ].find((one) => one.said.reply?.code !== 250)
    if (said !== undefined) return fail(saidWords(said.line, said.said), advice, evidence)
    if (quit.end === 'closed') {
      return warn(
        say('At QUIT the server hangs up without a word.', 'Ante QUIT el servidor cuelga sin decir nada.'),
        advice,
        evidence,
      )
    }
    if (quit.reply?.code !== 221) return fail(saidWords('QUIT', quit), advice, evidence)
    if (afterQuit.end !== 'closed') {
      return warn(
        say('After QUIT the connection stays open.', 'Tras QUIT la conexión sigue abierta.'),
        advice,
        evidence,
      )
    }
    return pass(say('RSET, NOOP and QUIT do what they should.', 'RSET, NOOP y QUIT hacen lo que deben.'), evidence)
  },
}
