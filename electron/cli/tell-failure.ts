// An error that no command told of by itself: one of the engine is explained as everywhere, any other is shown as it is.
import { visible } from '#shared/transcript/text.ts'
import { SmtpError } from '../engine/smtp-error.ts'
import { exitStatus, statusOfFailure } from './exit-status.ts'
import type { Terminal } from './terminal.ts'
import { writeWhyCard } from './why-card.ts'

export function tellFailure(error: unknown, terminal: Terminal): number {
  if (error instanceof SmtpError) {
    writeWhyCard(error.failure, terminal.err, terminal)
    return statusOfFailure(error.failure)
  }
  const reason = error instanceof Error ? error.message : String(error)
  terminal.err.write(`heloise: ${visible(reason)}\n`)
  return exitStatus.failed
}
