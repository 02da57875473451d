// ROB-12: a chunk that is refused is taken in all the same, so that its octets are not read as commands; and one mail is not sent
// half in chunks and half by DATA.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MalformedSeen } from '../probes/malformed.ts'

export const chunksKept: ProbeCheck<MalformedSeen> = {
  id: 'ROB-12',
  name: say('Refused chunks are taken in', 'Los trozos rechazados se consumen'),
  severity: 'medium',
  reference: 'RFC 3030 §2',
  judge({ seen: { chunks, mixed } }) {
    if (chunks === null) return null
    const { refused, after } = chunks
    const evidence = [refused, after, ...(mixed === null ? [] : [mixed])].flatMap((said) => said.evidence)
    const isInStep = refused.reply !== null && refused.reply.code >= 500 && after.reply?.code === 250
    if (isInStep && mixed?.reply?.code === 354) return fail(bothWays, advice, mixed.evidence)
    if (isInStep) return pass(say('The server keeps its place.', 'El servidor no pierde el hilo.'), evidence)
    return fail(
      say(
        'A refused chunk puts the server out of step: its octets count as commands.',
        'Un trozo rechazado desconcierta al servidor: sus octetos cuentan como órdenes.',
      ),
      advice,
      evidence,
    )
  },
}

const bothWays = say(
  'Behind a chunk DATA is welcome, in the same mail: the server mixes two ways of sending.',
  'Tras un trozo se acepta DATA en el mismo correo: el servidor mezcla dos formas de envío.',
)
const advice = say(
  'Switch CHUNKING off for this profile, and update the server.',
  'Desactivar CHUNKING en este perfil y actualizar el servidor.',
)
