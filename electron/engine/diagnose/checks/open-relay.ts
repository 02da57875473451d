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
          `Mail from <${first.from}> to <${first.to}> is welcome (${taken.length} of ${tries.length} forms): anyone could send spam through this server.`,
          `Se acepta correo de <${first.from}> para <${first.to}> (${taken.length} de ${tries.length} formas): cualquiera podría enviar spam por este servidor.`,
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
        `None of ${tries.length} forms is taken, and mail for its own domain is.`,
        `No se acepta ninguna de ${tries.length} formas, y sí el correo para su propio dominio.`,
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
  'Servers trust their own computer. Try from another network before you change anything.',
  'Los servidores se fían de su propio equipo. Probar desde otra red antes de cambiar nada.',
  trustedNetworks,
)
const nobodyAnswered = say('The server answered none of the tries.', 'El servidor no respondió a ningún intento.')
const provesNothing = say(
  'All forms are refused, but so is mail for the postmaster of its own domain: perhaps it refuses us altogether.',
  'Se rechazan todas las formas, pero también el correo para el postmaster de su propio dominio: quizá nos rechaza por completo.',
)
const tryElsewhere = say(
  'Name the domain that the server takes mail for, or try from another network.',
  'Indicar el dominio para el que el servidor recibe correo, o probar desde otra red.',
)
