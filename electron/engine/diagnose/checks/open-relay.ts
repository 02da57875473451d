// REL-01: the server passes on no mail of strangers to strangers.
import { say } from '#shared/explain/words.ts'
import { isLoopbackHost } from '#shared/values/ports.ts'
import { advise } from '../advice.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RelaySeen } from '../probes/relay.ts'
import { refuseRelaying, trustedNetworks } from '../settings.ts'

export const openRelay: ProbeCheck<RelaySeen> = {
  id: 'REL-01',
  name: say('The server is no open relay', 'El servidor no es un relé abierto'),
  severity: 'critical',
  reference: 'RFC 5321 §7.9',
  judge({ observed, seen: { tries, control } }) {
    const taken = tries.filter(({ said }) => said.reply !== null && said.reply.code < 300)
    const first = taken[0]
    if (first !== undefined) {
      return fail(
        say(
          `The server takes mail from strangers to strangers, such as from <${first.from}> to <${first.to}> (${taken.length} of ${tries.length} ways that were tried): anyone could send spam through it.`,
          `El servidor acepta correo de desconocidos para desconocidos, como de <${first.from}> para <${first.to}> (${taken.length} de ${tries.length} maneras probadas): cualquiera podría enviar spam por él.`,
        ),
        isLoopbackHost(observed.address) ? fromHere : refuse,
        taken.flatMap(({ said }) => said.evidence),
      )
    }
    const evidence = [...(tries[0]?.said.evidence ?? []), ...control.evidence]
    const unheard = tries.filter(({ said }) => said.reply === null)
    if (unheard.length === tries.length) return indeterminate(nobodyAnswered, evidence)
    if (control.reply === null || control.reply.code >= 400) return warn(provesNothing, tryElsewhere, evidence)
    return pass(
      say(
        `Mail from strangers to strangers is refused in all of ${tries.length} ways that were tried; mail for its own domain is taken.`,
        `El correo de desconocidos para desconocidos se rechaza de las ${tries.length} maneras probadas; el de su propio dominio se acepta.`,
      ),
      evidence,
    )
  },
}

const refuse = advise(
  'Refuse foreign destinations. A network that the server trusts proves nothing: try from outside as well.',
  'Rechazar destinos ajenos. Una red de la que el servidor se fía no prueba nada: probar también desde fuera.',
  refuseRelaying,
)
const fromHere = advise(
  'A server trusts the computer that it runs on, so try from another network before changing anything. Then see which networks it trusts.',
  'Un servidor se fía del equipo en el que funciona: probar desde otra red antes de cambiar nada. Luego, mirar de qué redes se fía.',
  trustedNetworks,
)
const nobodyAnswered = say('The server answered none of the tries.', 'El servidor no respondió a ningún intento.')
const provesNothing = say(
  'All of it is refused, but so is mail for the postmaster of its own domain: perhaps it refuses us altogether.',
  'Se rechaza todo, pero también el correo para el postmaster de su propio dominio: quizá nos rechaza por completo.',
)
const tryElsewhere = say(
  'Name the domain that the server takes mail for, or try from another network.',
  'Indicar el dominio para el que el servidor recibe correo, o probar desde otra red.',
)
