import { expect, it } from 'vitest'
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import { type Report, reportSchema } from '#shared/values/report.ts'
import { type DiagnoseTarget, diagnose } from '../../../electron/engine/diagnose/index.ts'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { faultyServer } from '../../fakes/faulty-server.ts'
import { memoryRecorder } from '../../fakes/recorder.ts'
import { fakeResolver } from '../../fakes/resolver.ts'
import { startTestServer } from '../loopback/test-server.ts'

const scanned = (port: number, wish: Partial<DiagnoseTarget> = {}) =>
  diagnosed(port, { level: 2, only: ['TLS'], ...wish })

const resultsOf = ({ checks }: Report, ...ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, checks.filter((one) => one.id === id).map(({ result }) => result)]))

it.each(['submission', 'submissions', 'mx'] as const)(
  'the TLS of our own %s port is scanned and judged',
  async (role) => {
    const server = await startTestServer()
    try {
      const report = await scanned(server.port(role))
      expect(report.scans).toMatchObject([
        {
          endpoint: `127.0.0.1:${server.port(role)}`,
          address: '127.0.0.1',
          security: role === 'submissions' ? 'tls' : 'starttls',
          profile: 'quick',
          isComplete: true,
          failure: null,
        },
      ])
      expect(reportSchema.safeParse(report).success).toBe(true)
      expect(resultsOf(report, 'TLS-V1', 'TLS-V2', 'TLS-V4', 'TLS-C1', 'TLS-C8', 'TLS-K1', 'TLS-S8', 'TLS-D1')).toEqual(
        {
          // Once each, although one handshake tells of V1 and V2 too.
          'TLS-V1': ['pass'],
          'TLS-V2': ['pass'],
          'TLS-V4': ['pass'],
          'TLS-C1': ['pass'],
          'TLS-C8': ['pass'],
          // Of a larger scan.
          'TLS-K1': ['skipped'],
          'TLS-S8': ['skipped'],
          'TLS-D1': ['info'],
        },
      )
    } finally {
      await server.stop()
    }
  },
)

it('a full scan leaves nothing unasked', async () => {
  const server = await startTestServer()
  try {
    const report = await scanned(server.port('submissions'), { scanProfile: 'full' })
    const open = report.checks.filter(({ result, summary }) => result === 'skipped' && /scan/.test(summary.en))
    expect([report.scans[0]?.profile, open]).toEqual(['full', []])
    expect(resultsOf(report, 'TLS-V7', 'TLS-K3', 'TLS-S4', 'TLS-S7', 'TLS-S8')).toEqual({
      'TLS-V7': ['pass'],
      'TLS-K3': ['pass'],
      'TLS-S4': ['pass'],
      'TLS-S7': ['pass'],
      'TLS-S8': ['pass'],
    })
  } finally {
    await server.stop()
  }
})

it('a server without STARTTLS is not scanned', async () => {
  await using server = await faultyServer()
  const report = await scanned(server.port)
  expect([report.scans, resultsFor(report, 'TLS-V3')]).toEqual([[], []])
})

it('level 1 asks one handshake alone', async () => {
  const server = await startTestServer()
  try {
    const report = await scanned(server.port('submission'), { level: 1 })
    expect([report.scans, report.connections, resultsOf(report, 'TLS-V1', 'TLS-V2', 'TLS-V3')]).toEqual([
      [],
      1,
      { 'TLS-V1': ['pass'], 'TLS-V2': ['indeterminate'], 'TLS-V3': ['skipped'] },
    ])
  } finally {
    await server.stop()
  }
})

it('Stop ends the scan, and what was found until then is kept', async () => {
  const server = await startTestServer()
  const stop = new AbortController()
  const { recorder, sessions } = memoryRecorder()
  const tools = { recorder, resolver: fakeResolver(), signal: stop.signal, replyTimeout: 2 }
  const target = { text: `127.0.0.1:${server.port('submission')}`, access: null, level: 2, only: ['TLS'] } as const
  const events: DiagnoseEvent[] = []
  try {
    for await (const event of diagnose(target, tools)) {
      events.push(event)
      if (event.kind === 'step' && /Scanning/.test(event.label.en) && event.done > 0.2) stop.abort()
    }
  } finally {
    await server.stop()
  }
  const last = events.at(-1)
  if (last?.kind !== 'report') throw new Error('The last event is no report.')
  const { failure, scans } = last.report
  expect([failure?.kind, scans[0]?.failure?.kind, scans[0]?.isComplete, sessions.at(-1)?.outcome]).toEqual([
    'stopped',
    'stopped',
    false,
    'stopped',
  ])
  expect(scans[0]?.versions.length).toBeGreaterThan(0)
})
