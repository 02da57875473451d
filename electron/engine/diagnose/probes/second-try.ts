// Who was put off is tried once more after a while: by the same sender, from the same address, to the same recipient.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { pause } from '../pause.ts'
import type { ProbeTools } from '../probe.ts'
import type { Said } from '../talk.ts'
import { type Offered, offer } from './offer.ts'

/** `said`: null where no session came about. */
export type SecondTry = { readonly seconds: number; readonly said: Said | null }

/** RFC 6647 §5 recommends to take a second try from one minute on. */
export const secondTrySeconds = 60

type Tools = Pick<ProbeTools, 'secondTrySeconds' | 'signal' | 'tell' | 'talk'>

/** Null where it was stopped before. The time since the first try counts. */
export async function tryAgain(from: string, { to, at }: Offered, tools: Tools): Promise<SecondTry | null> {
  const seconds = tools.secondTrySeconds ?? secondTrySeconds
  tools.tell(0, 1, waiting(seconds))
  await pause(at + seconds * 1000 - performance.now(), tools.signal)
  if (tools.signal.aborted) return null
  const said = await tools.talk('tls', (peer) => offer(peer, from, to)).catch(() => null)
  return { seconds, said }
}

const waiting = (seconds: number): Words =>
  say(
    `Greylisted: trying again ${seconds} s after the first try`,
    `Lista gris: se vuelve a intentar ${seconds} s después del primer intento`,
  )
