// Asks small things that every server must bear, spread over connections: some servers hang up after a few mistakes.
import { addressLiteral } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import { sizeLimit } from '../../smtp/capabilities.ts'
import { badCommands } from '../checks/bad-commands.ts'
import { helloForms } from '../checks/hello-forms.ts'
import { sessionEnd } from '../checks/session-end.ts'
import { sizeEnforced } from '../checks/size-enforced.ts'
import { isGreeted } from '../preconditions.ts'
import { type ProbeTools, probe } from '../probe.ts'
import type { Said } from '../talk.ts'

export type HelloForm = { readonly argument: string; readonly said: Said }

export type MannersSeen = {
  readonly hellos: readonly HelloForm[]
  /** Each on a connection of its own, with a NOOP behind it. */
  readonly mistakes: readonly { readonly line: string; readonly said: Said; readonly after: Said }[]
  readonly rset: Said
  readonly noop: Said
  readonly quit: Said
  /** What came after the reply to QUIT. */
  readonly afterQuit: Said
  /** A mail announced with one octet too many; null where no limit is stated. */
  readonly tooLarge: { readonly limit: number; readonly said: Said } | null
}

const mistakes = ['EHLO', 'XYZZY']

/** Seconds in which a server that takes leave hangs up. */
const patience = 2

export const mannersProbe = probe<MannersSeen>({
  doing: say('Asking what every server must bear', 'Preguntando lo que todo servidor debe soportar'),
  level: 2,
  checks: [sizeEnforced, helloForms, badCommands, sessionEnd],
  connections: () => 3 + mistakes.length + 2,
  isFor: isGreeted,
  async look(_, tools) {
    return {
      hellos: await sayHellos(tools),
      mistakes: await makeMistakes(tools),
      ...(await takeLeave(tools)),
      tooLarge: await announceTooMuch(tools),
    }
  },
})

async function sayHellos({ talk, ehloName }: ProbeTools): Promise<HelloForm[]> {
  const forms: HelloForm[] = []
  for (const form of [ehloName ?? 'client.example', '[127.0.0.1]', addressLiteral('::1')]) {
    const said = await talk('greeting', (peer) => peer.say(`EHLO ${form}`))
    forms.push({ argument: form, said })
  }
  return forms
}

async function makeMistakes({ talk }: ProbeTools): Promise<MannersSeen['mistakes']> {
  const made = []
  for (const line of mistakes) {
    made.push(
      await talk('greeting', async (peer) => ({ line, said: await peer.say(line), after: await peer.say('NOOP') })),
    )
  }
  return made
}

const takeLeave = ({ talk, replyTimeout }: ProbeTools) =>
  talk('tls', async (peer) => ({
    rset: await peer.say('RSET'),
    noop: await peer.say('NOOP'),
    quit: await peer.say('QUIT'),
    afterQuit: await peer.listen(Math.min(patience, replyTimeout)),
  }))

const announceTooMuch = ({ talk }: ProbeTools): Promise<MannersSeen['tooLarge']> =>
  talk('tls', async (peer) => {
    const limit = sizeLimit(peer.capabilities)
    if (limit === null) return null
    const said = await peer.say(`MAIL FROM:<> SIZE=${limit + 1}`)
    // Postfix keeps its refusal for the next MAIL otherwise.
    await peer.say('RSET')
    return { limit, said }
  })
