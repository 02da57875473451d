// Runs `heloise ask`: the session is told as it goes, and with --json the answers are one document.
import type { Answer } from '#shared/values/question.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { askServer } from '../../engine/delivery/index.ts'
import { systemResolver } from '../../engine/dns/index.ts'
import { dnsServers, seconds, singleLine } from '../arguments.ts'
import { exitStatus, statusOfFailure } from '../exit-status.ts'
import { failureJson } from '../failure-json.ts'
import { showHidden, showLive } from '../live-transcript.ts'
import { beginReach, withSecrets } from '../reach/open.ts'
import { createRecorder } from '../recorder.ts'
import type { Terminal } from '../terminal.ts'
import { openTranscriptFile } from '../transcript-file.ts'
import { writeWhyCard } from '../why-card.ts'
import { wireOf } from '../wire/wire.ts'
import type { AskOptions } from './command.ts'

export async function runAsk(texts: readonly string[], options: AskOptions, terminal: Terminal): Promise<number> {
  const { out, err, words, signal } = terminal
  const isExact = options.exact === true
  const questions = texts.map((text) => ({ text: isExact ? text : singleLine('COMMAND', text, words), isExact }))
  const begun = await beginReach(options, terminal)
  const replyTimeout = options.timeout === undefined ? null : seconds('--timeout', options.timeout, words)
  const wire = wireOf(options, begun.saved?.profile.wire ?? defaultWire, words)
  const resolver = systemResolver({ servers: dnsServers('--dns', options.dns, words) })
  const access = await withSecrets(begun, options, terminal)
  const file = options.transcript === undefined ? null : await openTranscriptFile(options.transcript, terminal)
  const output = options.json ? err : out
  const live = showLive(output, words)
  const reveal = options.showSecrets ? showHidden(output) : null
  const recorder = createRecorder({ origin: 'test', show: () => live, reveal, isKept: file !== null })
  const answers: Answer[] = []
  const { failure, server } = await askServer(
    { access, questions, replyTimeout, wire },
    { recorder, resolver, signal, onAnswer: (answer) => answers.push(answer) },
  )
  await file?.write(recorder.sessions)
  if (options.json) out.write(`${JSON.stringify(askJson(answers, server, failure), null, 2)}\n`)
  if (signal.aborted) return exitStatus.interrupted
  if (failure === null) return exitStatus.done
  writeWhyCard(failure, err, terminal)
  return statusOfFailure(failure)
}

const askJson = (answers: readonly Answer[], server: Receipt['server'], failure: Receipt['failure']) => ({
  server,
  answers,
  failure: failure === null ? null : failureJson(failure),
})
