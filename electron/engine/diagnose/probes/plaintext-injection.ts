// Says a command in plain text behind STARTTLS, and listens whether the server answers it inside TLS.
import { say } from '#shared/explain/words.ts'
import { plaintextInjection } from '../checks/plaintext-injection.ts'
import { commandEvidence } from '../evidence.ts'
import { probe } from '../probe.ts'
import type { Said } from '../talk.ts'

export type InjectionSeen = {
  /** The reply to STARTTLS itself. */
  readonly starttls: Said
  /** `refused` before TLS began, `broken` in the handshake, else what was heard inside TLS. */
  readonly inside: 'refused' | 'broken' | Said
}

/** Seconds in which a server that kept the command would have answered it. */
const patience = 1

export const injectionProbe = probe<InjectionSeen>({
  doing: say('Trying to slip a command into encryption', 'Intentando colar un comando en el cifrado'),
  level: 2,
  checks: [plaintextInjection],
  connections: () => 1,
  isFor: (observed) => commandEvidence(observed, 'STARTTLS').length > 0 && observed.tls !== null,
  look: (_, { talk, replyTimeout, signal }) =>
    talk('hello', async ({ sayOctets, encrypt, listen }) => {
      const starttls = await sayOctets(Buffer.from('STARTTLS\r\nNOOP probe\r\n'), 'STARTTLS\\r\\nNOOP probe\\r\\n')
      if (starttls.reply?.code !== 220) return { starttls, inside: 'refused' }
      try {
        await encrypt()
      } catch (error) {
        if (signal.aborted) throw error
        return { starttls, inside: 'broken' }
      }
      return { starttls, inside: await listen(Math.min(patience, replyTimeout)) }
    }),
})
