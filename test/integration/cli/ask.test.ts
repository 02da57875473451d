// `heloise ask` as a program.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHeloise as heloise } from '../../fakes/command-line.ts'
import { startTestServer, type TestServer } from '../loopback/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const at = () => ['--server', `127.0.0.1:${server.port('mx')}`, '--security', 'none']

test('a server is asked, and the conversation is seen', async () => {
  const { status, out } = await heloise(['ask', 'HELP', 'VRFY ana', ...at()])
  expect(status).toBe(0)
  expect(out).toMatch(/C: HELP\n[\s\S]*S: 214 [\s\S]*C: VRFY ana\n[\s\S]*S: 252 /)
})

test('with --json the answers are one document', async () => {
  const { status, out } = await heloise(['ask', 'XYZZY', 'NOOP', '--json', ...at()])
  const { answers, failure } = JSON.parse(out)
  expect([
    status,
    failure,
    answers.map((one: { question: string; replies: { code: number }[] }) => [one.question, one.replies[0]?.code]),
  ]).toEqual([
    0,
    null,
    [
      ['XYZZY', 500],
      ['NOOP', 250],
    ],
  ])
})

test('a line break is a usage error, and nobody is asked', async () => {
  const { status, err } = await heloise(['ask', 'NOOP\r\nRSET', ...at()])
  expect([status, err]).toEqual([2, expect.stringContaining('COMMAND')])
})

test('a server that is not there has the status of a connection', async () => {
  const { status } = await heloise(['ask', 'NOOP', '--server', '127.0.0.1:1', '--security', 'none'])
  expect(status).toBe(11)
})
