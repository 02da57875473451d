// Whose side a failure is on, as far as it is known: ours, the network's, the provider's, the recipient's.
import type { Failure } from '../values/failure.ts'
import { portPresets } from '../values/ports.ts'
import type { Words } from '../values/settings.ts'
import { say } from './words.ts'

/** What a cause names; `recipient`: the mailbox, its domain, or who runs it. */
export type Fault = Failure['fault'] | 'recipient'

/** Where the server itself is at fault, it is told apart which server that is. */
export type Side = 'you' | 'network' | 'provider' | 'recipient' | 'server'

export const sideTexts: Record<Side, Words> = {
  you: say('Your side: this computer, the profile or the mail', 'De este lado: el equipo, el perfil o el correo'),
  network: say('The network: yours, or the way to the server', 'La red: la propia o el camino al servidor'),
  provider: say('Your provider: the server that you send through', 'El proveedor: el servidor por el que se envía'),
  recipient: say('The recipient’s side', 'Del lado del destinatario'),
  server: say('The server’s side', 'Del lado del servidor'),
}

export function sideOf(fault: Fault, { stage, facts }: Pick<Failure, 'stage' | 'facts'>): Side {
  if (fault === 'ours') return 'you'
  if (fault !== 'theirs') return fault
  // Nobody logs in at a server of strangers, nor uses its ports for sending.
  return stage === 'auth' || submissionPorts.has(facts.port ?? '') ? 'provider' : 'server'
}

const submissionPorts: ReadonlySet<string> = new Set(
  portPresets.filter(({ role }) => role !== 'mx').map(({ port }) => String(port)),
)
