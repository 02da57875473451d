// RCH-06: how long the server takes to say hello.
import { say } from '#shared/explain/words.ts'
import type { Language } from '#shared/values/settings.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { endEvidence, greetingEvidence } from '../evidence.ts'
import type { Observed } from '../observed.ts'
import { isConnected, isGreeted, notReached, wordsOf } from '../preconditions.ts'

/** Seconds: many clients give up after half a minute; the standard asks them to wait for five (RFC 5321 §4.5.3.2.1). */
const prompt = 2
const patience = 300

const advice = say(
  'Check the DNS resolver of the server and the block lists it asks; a delay may also be on purpose, against spam.',
  'Revisar el DNS que usa el servidor y las listas de bloqueo que consulta; el retraso también puede ser a propósito, contra el correo no deseado.',
)

export const greetingDelay: SessionCheck = {
  id: 'RCH-06',
  name: say('The greeting comes soon', 'El saludo llega pronto'),
  severity: 'high',
  reference: 'RFC 5321 §4.5.3.2.1',
  judge(observed) {
    const evidence = greetingEvidence(observed)
    if (observed.failure?.kind === 'greeting-missing') return missing(observed)
    if (observed.failure?.kind === 'connection-lost' && isConnected(observed) && !isGreeted(observed))
      return hungUp(observed)
    if (!isConnected(observed) || !isGreeted(observed)) return notReached(observed)
    const seconds = secondsToGreeting(observed)
    if (seconds <= prompt) {
      return pass(
        say(
          `The server greets after ${inWords(seconds, 'en')}.`,
          `El servidor saluda a los ${inWords(seconds, 'es')}.`,
        ),
        evidence,
      )
    }
    return warn(
      say(
        `The server takes ${inWords(seconds, 'en')} to say hello; impatient clients give up.`,
        `El servidor tarda ${inWords(seconds, 'es')} en saludar; los clientes impacientes se rinden.`,
      ),
      advice,
      evidence,
    )
  },
}

/** Nobody is served there, at least not from here. */
function hungUp(observed: Observed) {
  const summary = say(
    'The server took the connection and hung up without a word.',
    'El servidor aceptó la conexión y colgó sin decir nada.',
  )
  return fail(summary, observed.failure === null ? null : wordsOf(observed.failure).advice, endEvidence(observed))
}

function missing({ failure, entries }: Observed) {
  const waited = Number(failure?.facts.seconds ?? 0)
  const evidence = entries.slice(-1).map(({ index }) => index)
  const summary = say(`No greeting came within ${waited} s.`, `No llegó ningún saludo en ${waited} s.`)
  if (waited >= patience) return fail(summary, advice, evidence)
  const more = say(
    `${summary.en} It may still come later: mail servers wait for five minutes.`,
    `${summary.es} Aún podría llegar: los servidores de correo esperan cinco minutos.`,
  )
  return warn(more, advice, evidence)
}

function inWords(seconds: number, language: Language): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`
  return `${language === 'es' ? seconds.toFixed(1).replace('.', ',') : seconds.toFixed(1)} s`
}

/** From the connection, or from the end of an implicit handshake, to the first line. */
function secondsToGreeting({ entries }: Observed): number {
  const first = entries.findIndex(({ direction }) => direction === 'server')
  const ready = entries.slice(0, first).findLast(({ kind }) => kind === 'tls' || kind === 'connect')
  return ((entries[first]?.time ?? 0) - (ready?.time ?? 0)) / 1e9
}
