// A server that says back whatever it hears, and what stands behind its base64: nothing that is taken away has the password.
import { expect, test } from 'vitest'
import { exportComparison, exportReport, reportFormats } from '#shared/report/export.ts'
import { exportTranscript } from '#shared/transcript/export.ts'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import { exportFormats, type Transcript } from '#shared/values/transcript.ts'
import { diagnosed } from '../../fakes/diagnosed.ts'
import { faultyServer, type Line } from '../../fakes/faulty-server.ts'
import { memoryRecorder, type RecordedSession } from '../../fakes/recorder.ts'
import { authority, identity } from '../loopback/test-server.ts'

const user = 'ana'
const secret = 'correct-horse'
const base64 = (text: string) => Buffer.from(text).toString('base64')
const secrets = [secret, base64(secret), base64(`\0${user}\0${secret}`)]

const access = (port: number) =>
  ({
    route: 'relay',
    host: '127.0.0.1',
    port,
    security: 'starttls',
    ehloName: null,
    connection: usualConnection,
    proxySecret: null,
    certificate: { name: 'localhost', pin: null, authorities: authority.certificate },
  }) as const

const transcriptOf = ({ id, name, entries }: RecordedSession): Transcript => ({
  id,
  name,
  origin: 'diagnose',
  startedAt: 0,
  endedAt: null,
  outcome: 'ok',
  entryCount: entries.length,
  isKept: false,
})

/** Also decoded, since that is what a server has of it. */
function repeated({ text, before }: Line): string | undefined {
  const isAnswer = /^AUTH LOGIN/.test(before.at(-2) ?? '') || /^AUTH LOGIN/.test(before.at(-3) ?? '')
  if (/^(STARTTLS|EHLO|QUIT)/i.test(text)) return undefined
  if (text === 'AUTH LOGIN') return `334 ${base64('Username:')}`
  if (isAnswer && /^AUTH LOGIN/.test(before.at(-2) ?? '')) return `334 ${base64(`Password, ${text}:`)}`
  const word = text.split(' ').at(-1) ?? ''
  const heard = Buffer.from(word, 'base64').toString().replaceAll('\0', ' ')
  return `535-5.7.8 Not “${text}”\r\n535-5.7.8 ${heard}\r\n535 5.7.8 ${base64(heard)}`
}

test.each(['PLAIN', 'LOGIN'])('with %s no report, comparison or transcript has the password', async (mechanism) => {
  await using server = await faultyServer({
    identity,
    offers: (isTls) => (isTls ? [`AUTH ${mechanism}`] : ['STARTTLS']),
    answer: repeated,
  })
  const { recorder, sessions } = memoryRecorder()
  const report = await diagnosed(server.port, {
    access: access(server.port),
    credentials: { user, secret },
    only: ['AUT', 'EHL'],
    tools: { recorder, replyTimeout: 0.4 },
  })
  const kept = { past: { target: report.target, startedAt: report.startedAt, level: 3 }, report } as const
  const taken = [
    ...reportFormats.flatMap((format) => (['en', 'es'] as const).map((one) => exportReport(report, format, one).text)),
    ...reportFormats.map(
      (format) => exportComparison([{ ...kept, report: { ...report, checks: [] } }, kept], format, 'en').text,
    ),
    ...sessions.flatMap((session) =>
      exportFormats.map((format) => exportTranscript(transcriptOf(session), session.entries, format).text),
    ),
  ]
  const heard = server.received.join('\n')
  expect(secrets.filter((one) => heard.includes(one))).not.toEqual([])
  expect(taken.flatMap((text) => secrets.filter((one) => text.includes(one)))).toEqual([])
  expect(taken.some((text) => text.includes('[hidden]'))).toBe(true)
})
