// What can be told of options for the wire before anything is sent; whoever made them may not have used their schema.
import type { WireOptions } from '#shared/values/wire-options.ts'
import { brokenWireRule } from '#shared/values/wire-rules.ts'
import { smtpError } from '../smtp-error.ts'

/** Throws an `SmtpError` of stage `input`. */
export function checkWire(wire: WireOptions): void {
  const broken = brokenWireRule(wire)
  if (broken === null) return
  const { field, reason } = broken
  throw smtpError('wire-option-invalid', 'input', `${field} cannot be used: ${reason}. Nothing was sent.`, {
    facts: { field, reason },
  })
}
