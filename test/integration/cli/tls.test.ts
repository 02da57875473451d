// `heloise tls` against model servers: what a person reads, what a script reads, and how it ends.
import { expect, test } from 'vitest'
import { tlsScanSchema } from '#shared/values/tls-scan.ts'
import { issue } from '../../fakes/certificates.ts'
import { runHeloise, startHeloiseCommand } from '../../fakes/command-line.ts'
import { rawPeer } from '../../fakes/scripted-peer.ts'
import { starttlsFront } from '../../fakes/starttls-front.ts'
import { tlsPeer } from '../../fakes/tls-peer.ts'
import { modelServer, tlsResponder } from '../../fakes/tls-responder.ts'

const certificate = () => issue({ name: 'mx.example', names: ['localhost', 'mx.example'] })
const ciphers = 'TLS_AES_128_GCM_SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-SHA'

/** A library’s server behind STARTTLS. */
async function mailServer() {
  const tls = await tlsPeer([await certificate()], { ciphers, honorCipherOrder: true })
  const front = await starttlsFront(tls.port)
  return {
    port: front.port,
    async [Symbol.asyncDispose]() {
      await front[Symbol.asyncDispose]()
      await tls[Symbol.asyncDispose]()
    },
  }
}

test('a person reads versions, suites, groups, certificates and behaviour', async () => {
  await using server = await mailServer()
  const ran = await runHeloise(['tls', `localhost:${server.port}`, '--starttls', '--full'])
  const paragraphs = ran.out.split('\n\n')
  expect([ran.status, paragraphs[0], paragraphs[1]?.split('\n').slice(0, 4), paragraphs[2]]).toEqual([
    0,
    expect.stringMatching(/^localhost:\d+ {2}(127\.0\.0\.1|::1) {2}STARTTLS$/),
    ['Versions', '  TLSv1.3   offered', '  TLSv1.2   offered', expect.stringMatching(/^ {2}TLSv1\.1 {3}no {7}alert/)],
    [
      'Suites',
      '  TLSv1.3 (1)',
      '    strong  TLS_AES_128_GCM_SHA256',
      '  TLSv1.2 (2): in the server’s order',
      '    strong  TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
      '    fair    TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA           CBC',
    ].join('\n'),
  ])
  expect(ran.out).toContain('29 days left')
  expect(ran.out).toContain('names       localhost, mx.example')
  expect(ran.out).toContain('The certificate is signed by itself.')
  expect(ran.err).toMatch(
    /^About 150 connections, never more than 600; one at a time\.\nversions … \(0 connections so far\)\n/,
  )
})

test.each(['C.UTF-8', 'es_ES.UTF-8'])('no line is longer than 80 columns: %s', async (LANG) => {
  await using server = await mailServer()
  for (const profile of ['--quick', '--full']) {
    const ran = await runHeloise(['tls', `localhost:${server.port}`, '--starttls', profile], { environment: { LANG } })
    const long = `${ran.out}${ran.err}`.split('\n').filter((line) => [...line].length > 80)
    expect([ran.status, long]).toEqual([0, []])
  }
})

test('a person who reads Spanish reads Spanish', async () => {
  await using server = await mailServer()
  const ran = await runHeloise(['tls', `localhost:${server.port}`, '--starttls', '--full'], {
    environment: { LANG: 'es_ES.UTF-8' },
  })
  expect([ran.status, /closed|offered|chose|The certificate|connections/.exec(ran.out)]).toEqual([0, null])
  expect(ran.out).toContain('el certificado está firmado por sí mismo')
})

test('a script reads one document, as its schema says', async () => {
  await using server = await mailServer()
  const ran = await runHeloise(['tls', `localhost:${server.port}`, '--starttls', '--json'])
  const result = tlsScanSchema.parse(JSON.parse(ran.out))
  expect([ran.status, result.endpoint, result.security, result.profile, result.serverName, result.failure]).toEqual([
    0,
    `localhost:${server.port}`,
    'starttls',
    'standard',
    'localhost',
    null,
  ])
  expect(ran.err).toContain('suites …')
})

test('TLS from the start, with another name to ask for', async () => {
  const respond = modelServer({ suites: { 771: [0xc02f] } })
  await using server = await tlsResponder(respond)
  const ran = await runHeloise(['tls', `127.0.0.1:${server.port}`, '--quick', '--json', '--sni', 'mail.example'])
  const names = new Set(server.heard.map(({ extensions }) => extensions.get(0)?.subarray(5).toString()))
  // SSLv3 has no extensions, and one hello asks for no name.
  expect([ran.status, [...names]]).toEqual([0, ['mail.example', undefined]])
})

test('a server that takes none of our hellos ends with the status of TLS', async () => {
  await using server = await tlsResponder(() => 'close')
  const ran = await runHeloise(['tls', `127.0.0.1:${server.port}`])
  expect([ran.status, ran.out]).toEqual([14, expect.stringContaining('The server takes none of our hellos.')])
})

test('a port that begins in plain text is told so, with what to try', async () => {
  await using peer = await rawPeer((socket) => void socket.write('220 mx.example ESMTP\r\n'))
  const ran = await runHeloise(['tls', `127.0.0.1:${peer.port}`, '--json'])
  expect([ran.status, JSON.parse(ran.out).failure]).toMatchObject([14, { kind: 'tls-not-spoken', stage: 'tls' }])
  expect((await runHeloise(['tls', `127.0.0.1:${peer.port}`])).err).toContain('--starttls')
})

test.each([
  ['a port where nothing listens', '127.0.0.1:1', [], 11, /Nothing listens/],
  ['no port', 'mx.example', [], 2, /host:port/],
  ['a pace of nothing', '127.0.0.1:25', ['--per-minute', '0'], 2, /--per-minute “0”/],
  ['two profiles', '127.0.0.1:25', ['--quick', '--full'], 2, /exclude each other/],
  ['a name that is none', '127.0.0.1:25', ['--sni', 'a b'], 2, /--sni “a b”/],
])('%s', async (_, endpoint, more, status, said) => {
  const ran = await runHeloise(['tls', endpoint, ...more])
  expect([ran.status, ran.err]).toEqual([status, expect.stringMatching(said)])
})

test('Ctrl-C ends it at once, with what was found until then', async () => {
  const respond = modelServer({ suites: { 772: [0x1301] } })
  await using server = await tlsResponder((hello, count) => (count > 2 ? 'silence' : respond(hello, count)))
  const running = startHeloiseCommand(['tls', `127.0.0.1:${server.port}`, '--timeout', '1000', '--json'])
  await running.said('versions …')
  while (server.heard.length < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  running.child.kill('SIGINT')
  const ran = await running.ended
  const { versions, failure } = JSON.parse(ran.out)
  expect([ran.status, versions.map(({ version }: { version: string }) => version), failure.kind]).toEqual([
    130,
    ['TLSv1.3', 'TLSv1.2'],
    'stopped',
  ])
})
