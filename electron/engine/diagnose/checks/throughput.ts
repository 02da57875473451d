// PERF-16: how many octets of a mail the server takes a second, from its go-ahead to its verdict. What it thinks about a small mail
// is taken off.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { indeterminate, info, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import { endOf, isTaken } from '../probes/deliver.ts'
import type { RoundTripSeen } from '../probes/round-trip.ts'
import { saidWords } from '../said-words.ts'
import { evidenceOf } from './evidence-of-mail.ts'

/** Octets a second: with the lower one a mail of 25 MB takes four minutes. */
const good = 1_000_000
const slow = 100_000

export const throughput: ProbeCheck<RoundTripSeen> = {
  id: 'PERF-16',
  name: say('The octets of a mail are taken quickly', 'Los octetos de un correo se reciben rápido'),
  severity: 'low',
  reference: 'RFC 5321 §4.5.3.2.5',
  judge({ seen: { large, dots, eightBit } }) {
    if (large === null) return null
    const { octets, sent } = large
    const evidence = evidenceOf(sent)
    if (!isTaken(sent) || sent.ms === null) return indeterminate(saidWords('DATA', endOf(sent)), evidence)
    const small = [dots, ...eightBit].flatMap(({ ms }) => ms ?? [])
    const ms = sent.ms - Math.min(...small)
    if (ms < leastMs) return pass(tooQuick(octets), evidence)
    const rate = (octets / ms) * 1000
    const summary = told(octets, ms, rate)
    if (rate >= good) return pass(summary, evidence)
    return rate < slow ? warn(summary, advice, evidence) : info(summary, null, evidence)
  },
}

/** Less than that is chance. */
const leastMs = 5

const kib = (octets: number) => Math.round(octets / 1024)

const tooQuick = (octets: number): Words =>
  say(
    `${kib(octets)} KiB took no longer than a small mail.`,
    `${kib(octets)} KiB no tardaron más que un correo pequeño.`,
  )

const told = (octets: number, ms: number, rate: number): Words =>
  say(
    `${kib(octets)} KiB took ${Math.round(ms)} ms more than a small mail: ${Math.round(rate / 1000)} kB a second.`,
    `${kib(octets)} KiB tardaron ${Math.round(ms)} ms más que un correo pequeño: ${Math.round(rate / 1000)} kB por segundo.`,
  )

const advice = say(
  'Look at the line of the server, at its limits of pace, and at filters that read along.',
  'Revisar la línea del servidor, sus límites de velocidad y los filtros que leen al mismo tiempo.',
)
