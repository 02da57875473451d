import { expect, test } from 'vitest'
import { refusalKind } from '../../../../electron/engine/smtp/index.ts'
import type { Stage } from '../../../../shared/values/stage.ts'

test.each<[stage: Stage, code: number, enhanced: string | null, text: string, kind: string]>([
  ['mail', 530, '5.7.0', 'Authentication required', 'login-required'],
  ['mail', 530, '5.7.57', 'Client not authenticated to send mail', 'login-required'],
  ['mail', 550, '5.7.1', 'Client was not authenticated', 'login-required'],
  ['rcpt', 554, '5.7.1', 'You must log in first', 'login-required'],
  ['mail', 530, '5.7.0', 'Must issue a STARTTLS command first', 'sender-refused'],
  ['rcpt', 554, '5.7.1', 'Relay access denied', 'recipients-refused'],
  ['data', 550, '5.7.26', 'This mail has been blocked because the sender is unauthenticated', 'content-refused'],
  ['mail', 552, '5.3.4', 'Message size exceeds fixed limit', 'mail-too-large'],
  ['mail', 553, '5.7.1', 'Sender address rejected', 'sender-refused'],
  ['rcpt', 450, '4.7.1', 'Greylisted', 'recipients-refused'],
  ['data', 421, '4.3.0', 'Going down', 'service-closing'],
  ['quit', 500, null, 'What?', 'command-refused'],
])('at %s, %i %s %s is %s', (stage, code, enhanced, text, kind) => {
  expect(refusalKind(stage, { code, enhanced, text })).toBe(kind)
})
