// How a session looks in a tab or a menu: the icon of its origin, the words for it.
import { IconMailbox, IconPlugConnected, IconSend, IconStethoscope } from '@tabler/icons-react'
import type { ExportFormat, Origin, Transcript } from '#shared/values/transcript.ts'
import type { BarName } from './stages-of.ts'

export const originIcons = {
  send: IconSend,
  test: IconPlugConnected,
  diagnose: IconStethoscope,
  loopback: IconMailbox,
} satisfies Record<Origin, unknown>

export const originWords = {
  send: 'originSend',
  test: 'originTest',
  diagnose: 'originDiagnose',
  loopback: 'originLoopback',
} as const satisfies Record<Origin, string>

export const outcomeWords = {
  running: 'outcomeRunning',
  ok: 'outcomeOk',
  failed: 'outcomeFailed',
  stopped: 'outcomeStopped',
} as const satisfies Record<Transcript['outcome'], string>

export const formatWords = {
  txt: 'exportTxt',
  jsonl: 'exportJsonl',
  html: 'exportHtml',
  markdown: 'exportMarkdown',
} as const satisfies Record<ExportFormat, string>

export const barWords = {
  input: 'stageInput',
  dns: 'stageDns',
  connect: 'stageConnect',
  greeting: 'stageGreeting',
  ehlo: 'stageEhlo',
  tls: 'stageTls',
  auth: 'stageAuth',
  mail: 'stageMail',
  rcpt: 'stageRcpt',
  data: 'stageData',
  dot: 'stageDot',
  quit: 'stageQuit',
} as const satisfies Record<BarName, string>
