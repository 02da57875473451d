// STL-06: what is said in plain text behind STARTTLS must not count inside TLS.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { InjectionSeen } from '../probes/plaintext-injection.ts'

export const plaintextInjection: ProbeCheck<InjectionSeen> = {
  id: 'STL-06',
  name: say('No command can be slipped into encryption', 'No se puede colar un comando en el cifrado'),
  severity: 'high',
  reference: 'RFC 3207 §4.2',
  judge({ seen: { starttls, inside } }) {
    if (inside === 'refused') {
      return pass(
        say(
          'The server refuses STARTTLS with a command behind it.',
          'El servidor rechaza STARTTLS con un comando detrás.',
        ),
        starttls.evidence,
      )
    }
    if (inside === 'broken' || inside.reply === null) {
      return pass(
        say('The command behind STARTTLS was thrown away.', 'El comando detrás de STARTTLS se descartó.'),
        starttls.evidence,
      )
    }
    return fail(
      say(
        'A command said in plain text was answered inside encryption: an attacker can slip commands into the session.',
        'Un comando dicho en claro se respondió dentro del cifrado: un atacante puede colar comandos en la sesión.',
      ),
      say(
        'Update the server; the fault is known as CVE-2011-0411.',
        'Actualizar el servidor; el fallo se conoce como CVE-2011-0411.',
      ),
      [...starttls.evidence, ...inside.evidence],
    )
  },
}
