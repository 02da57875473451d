// ROB-12: a chunk that is refused is taken in all the same, so that its octets are not read as commands.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MalformedSeen } from '../probes/malformed.ts'

export const chunksKept: ProbeCheck<MalformedSeen> = {
  id: 'ROB-12',
  name: say('Refused chunks are taken in', 'Los trozos rechazados se consumen'),
  severity: 'medium',
  reference: 'RFC 3030 §2',
  judge({ seen: { chunks } }) {
    if (chunks === null) return null
    const { refused, after } = chunks
    const evidence = [...refused.evidence, ...after.evidence]
    const isInStep = refused.reply !== null && refused.reply.code >= 500 && after.reply?.code === 250
    if (isInStep) return pass(say('The server keeps its place.', 'El servidor no pierde el hilo.'), evidence)
    return fail(
      say(
        'A refused chunk puts the server out of step: its octets count as commands.',
        'Un trozo rechazado desconcierta al servidor: sus octetos cuentan como órdenes.',
      ),
      say(
        'Switch CHUNKING off for this profile, and update the server.',
        'Desactivar CHUNKING en este perfil y actualizar el servidor.',
      ),
      evidence,
    )
  },
}
