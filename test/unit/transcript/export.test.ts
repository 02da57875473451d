import { expect, it } from 'vitest'
import { exportTranscript } from '#shared/transcript/export.ts'
import type { Entry, Transcript } from '#shared/values/transcript.ts'

const transcript: Transcript = {
  id: 't1',
  origin: 'send',
  name: 'smtp.example.com:587 <x>',
  startedAt: Date.parse('2026-03-04T05:06:07Z'),
  endedAt: null,
  outcome: 'ok',
  entryCount: 2,
  isKept: false,
}

const entry: Entry = {
  index: 0,
  time: 1_500_000,
  pause: 0,
  direction: 'server',
  kind: 'line',
  isTls: false,
  stage: 'greeting',
  text: '220 <script>alert(1)</script> ```` \x1b[31m',
  encoding: 'utf8',
  ending: 'crlf',
  bytes: 40,
  facts: {},
}

const exported = (format: Parameters<typeof exportTranscript>[2]) => exportTranscript(transcript, [entry], format)

it('is named by its session and time, as any file system takes it', () => {
  expect((['txt', 'jsonl', 'html', 'markdown'] as const).map((format) => exported(format).name)).toEqual([
    'smtp.example.com 587 x 2026-03-04 05.06.07.txt',
    'smtp.example.com 587 x 2026-03-04 05.06.07.jsonl',
    'smtp.example.com 587 x 2026-03-04 05.06.07.html',
    'smtp.example.com 587 x 2026-03-04 05.06.07.md',
  ])
})

it('reads back from JSON Lines as it was', () => {
  const lines = exported('jsonl').text.trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual([transcript, entry])
})

it('lets nothing that a server says become HTML, end a fence, or move a cursor', () => {
  expect(exported('html').text).not.toMatch(/<script|<x>/)
  expect(exported('markdown').text).toMatch(/^`{5}text\n[\s\S]*\n`{5}\n$/m)
  for (const format of ['txt', 'html', 'markdown'] as const) expect(exported(format).text).not.toContain('\x1b')
})
