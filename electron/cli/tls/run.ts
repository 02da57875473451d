// Runs `heloise tls`: the scan of one endpoint, its progress on standard error, its result for a person or as one document.
import { isAddressLiteral, isDomain, placeName } from '#shared/address/index.ts'
import { isLoopbackHost, portPresets } from '#shared/values/ports.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { ScanProfile } from '#shared/values/tls-scan-terms.ts'
import { systemResolver } from '../../engine/dns/index.ts'
import { createTap, type DialAddress, type Tap } from '../../engine/net/index.ts'
import { openStarttls, timeLimits } from '../../engine/smtp/index.ts'
import { failureOf } from '../../engine/smtp-error.ts'
import { type Opener, openImplicit, type ScanEvent, scan, unscanned } from '../../engine/tls/index.ts'
import { dnsServers, hostAndPort, seconds, wholeNumber } from '../arguments.ts'
import { exitStatus, statusOfFailure } from '../exit-status.ts'
import { failureJson } from '../failure-json.ts'
import { createRecorder } from '../recorder.ts'
import type { Terminal } from '../terminal.ts'
import { openTranscriptFile } from '../transcript-file.ts'
import { UsageError } from '../usage-error.ts'
import type { TlsOptions } from './command.ts'
import { writeScan } from './report.ts'

export async function runTls(typed: string, options: TlsOptions, terminal: Terminal): Promise<number> {
  const plan = planOf(typed, options, terminal)
  const file = options.transcript === undefined ? null : await openTranscriptFile(options.transcript, terminal)
  const recorder = createRecorder({ origin: 'diagnose', show: null, isKept: file !== null })
  const recording = recorder.begin(plan.target.endpoint)
  const result = await run(plan, createTap(recording), terminal)
  recording.end(result.failure === null ? 'ok' : result.failure.kind === 'stopped' ? 'stopped' : 'failed')
  await file?.write(recorder.sessions)
  if (options.json) terminal.out.write(`${JSON.stringify(scanJson(result), null, 2)}\n`)
  else writeScan(result, terminal)
  return statusOf(result)
}

type Plan = ReturnType<typeof planOf>

function planOf(typed: string, options: TlsOptions, { words }: Terminal) {
  const { host, port } = hostAndPort('HOST:PORT', typed, words, words.tls.endpointWanted)
  if (port === null) throw new UsageError(words.valueInvalid('HOST:PORT', typed, words.tls.endpointWanted))
  const security = options.starttls || starttlsPorts.has(port) ? ('starttls' as const) : ('tls' as const)
  const endpoint = placeName({ host, port })
  return {
    host,
    port,
    target: { endpoint, security, host, port, name: sniOf(options, host, words) },
    profile: profileOf(options, words),
    ehloName: ehloOf(options, words),
    wait: seconds('--timeout', options.timeout, words),
    perMinute: paceOf(options, host, words),
    resolver: systemResolver({ servers: dnsServers('--dns', options.dns, words) }),
  }
}

/** Where TLS begins with STARTTLS, if it does. */
const starttlsPorts: ReadonlySet<number> = new Set(
  portPresets.filter(({ security }) => security !== 'tls').map(({ port }) => port),
)

function profileOf({ quick, full }: TlsOptions, words: Terminal['words']): ScanProfile {
  if (quick && full) throw new UsageError(words.tls.quickAndFull)
  return quick ? 'quick' : full ? 'full' : 'standard'
}

function sniOf({ sni }: TlsOptions, host: string, words: Terminal['words']): string {
  if (sni === undefined || isDomain(sni)) return sni ?? host
  throw new UsageError(words.valueInvalid('--sni', sni, words.wanted.domain))
}

function ehloOf({ ehlo }: TlsOptions, words: Terminal['words']): string | null {
  if (ehlo === undefined) return null
  if (isDomain(ehlo) || isAddressLiteral(ehlo)) return ehlo
  throw new UsageError(words.valueInvalid('--ehlo', ehlo, words.wanted.ehlo))
}

/** Strangers are not to be pressed; an own machine bears it. */
function paceOf({ perMinute }: TlsOptions, host: string, words: Terminal['words']): number | null {
  if (perMinute !== undefined) return wholeNumber('--per-minute', perMinute, [1, 100_000], words)
  return isLoopbackHost(host) ? null : politePace
}

const politePace = 60

async function run(plan: Plan, tap: Tap, terminal: Terminal): Promise<TlsScan> {
  const { target, profile, wait, perMinute, resolver } = plan
  const { signal } = terminal
  try {
    const addresses = await resolver.addresses(target.host, signal)
    return await scan(openerFor(plan, addresses, tap, signal), target, profile, {
      tap,
      signal,
      seconds: wait,
      perMinute,
      onEvent: (event) => tellProgress(event, terminal),
    })
  } catch (error) {
    return unscanned(target, profile, failureOf(error, 'dns'))
  }
}

function openerFor(plan: Plan, addresses: readonly DialAddress[], tap: Tap, signal: AbortSignal): Opener {
  const { host, port, ehloName, wait, target } = plan
  return target.security === 'starttls'
    ? openStarttls({ host, port, addresses, ehloName, limits: timeLimits(wait) }, { tap, signal })
    : openImplicit({ host, port, addresses, seconds: wait }, { tap, signal })
}

function tellProgress(event: ScanEvent, { err, words }: Terminal): void {
  const { tls } = words
  const line = () => {
    switch (event.kind) {
      case 'plan':
        return tls.plan(event.plan.usual, event.plan.most)
      case 'step':
        return tls.step(tls.steps[event.step], event.connections)
      case 'pause':
        return tls.pause(event.seconds)
    }
  }
  err.write(`${err.colors.dim(line())}\n`)
}

const scanJson = ({ failure, ...result }: TlsScan) => ({
  ...result,
  failure: failure === null ? null : failureJson(failure),
})

function statusOf({ failure, versions }: TlsScan): number {
  if (failure !== null) return statusOfFailure(failure)
  return versions.some(({ outcome }) => outcome === 'yes') ? exitStatus.done : exitStatus.tls
}
