// The diagnosis of real servers: each place of one has one thing wrong, or nothing, and the checks say so and no more.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diagnosed, resultsFor } from '../fakes/diagnosed.ts'
import { fakeResolver } from '../fakes/resolver.ts'
import { starttlsFront } from '../fakes/starttls-front.ts'
import { type Place, type Row, testRows } from './diagnose/diagnose-place.ts'
import { startOpensslPlace } from './diagnose/openssl-places.ts'
import { missingForDiagnosedPostfix, startDiagnosedPostfix } from './diagnose/postfix.ts'
import { dovecotRows, eximRows, oldOpenSmtpdRows, openSmtpdRows, sinkRows } from './diagnose/rows/other-servers.ts'
import { postfixRows } from './diagnose/rows/postfix.ts'
import { postfixTlsRows } from './diagnose/rows/postfix-tls.ts'
import { gnutlsRows, javaRows, nssRows, opensslRows } from './diagnose/rows/tls-libraries.ts'
import { hostsRows } from './diagnose/rows/two-hosts.ts'
import { missingForExim, startExim } from './peers/exim.ts'
import { missingForOpenSmtpd, startOpenSmtpd } from './peers/opensmtpd.ts'
import { missingForSmtpSink, startSmtpSink } from './peers/smtp-sink.ts'
import { describeWithPeer, type Peer } from './suite.ts'
import { startJava } from './tls/java.ts'
import {
  type Keys,
  makeKeys,
  missingPrograms,
  type Program,
  type Server,
  startGnutls,
  startNss,
} from './tls/servers.ts'

const here = '127.0.0.1'
const nobodysAddress = '127.0.0.250'

/** All of them at once: most of the time is waiting. */
const describeServer = <Server extends AsyncDisposable>(
  name: string,
  peer: Peer<Server>,
  suite: (server: () => Server) => void,
) => describeWithPeer(name, peer, suite, { concurrent: true })

const postfix = { missing: missingForDiagnosedPostfix, start: startDiagnosedPostfix }
describeServer('the diagnosis of Postfix, and of Dovecot before it', postfix, (server) => {
  testRows([...postfixRows, ...postfixTlsRows], (name) => {
    const { addresses, port, keys } = server()
    return { address: addresses[name], port, authority: keys.authority }
  })
  testRows(dovecotRows, (name) => ({ address: here, port: server().dovecot[name], authority: null }))

  test.each(hostsRows)('%s', async (_, first, second, results) => {
    const { addresses, port } = server()
    const hosts = {
      'one.test': [addresses[first]],
      'two.test': [second === null ? nobodysAddress : addresses[second]],
    }
    const mx = Object.keys(hosts).map((host, index) => [index, host] as const)
    const tools = { resolver: fakeResolver({ mx: { 'heloise.test': mx }, addresses: hosts }), mxPort: port }
    const only = Object.keys(results)
    const report = await diagnosed(port, { text: 'heloise.test', level: 2, only, tools })
    expect(Object.fromEntries(only.map((id) => [id, resultsFor(report, id)[0]]))).toEqual(results)
  })
})

const exim = { missing: () => missingForExim('stable'), start: () => startExim('stable') }
describeServer('the diagnosis of Exim', exim, (server) => {
  testRows(eximRows, (name) => ({ address: here, port: server().ports[name], authority: server().authority.pem }))
})

for (const [release, rows] of [
  ['backports', openSmtpdRows],
  ['stable', oldOpenSmtpdRows],
] as const) {
  const openSmtpd = { missing: () => missingForOpenSmtpd(release), start: () => startOpenSmtpd(release) }
  describeServer(`the diagnosis of OpenSMTPD of ${release}`, openSmtpd, (server) => {
    testRows(rows, (name) => ({ address: here, port: server().ports[name], authority: server().authority.pem }))
  })
}

const noSink = missingForSmtpSink()
describe.skipIf(noSink !== null)(
  `the diagnosis of smtp-sink${noSink === null ? '' : ` (skipped: ${noSink})`}`,
  { concurrent: true },
  () => {
    testRows(sinkRows, async (flags) => {
      const sink = await startSmtpSink(flags.split(' ').filter((flag) => flag !== ''))
      return { address: here, port: sink.port, authority: null, end: () => sink[Symbol.asyncDispose]() }
    })
  },
)

describeLibrary('Java', ['javac'], javaRows, (keys) =>
  startJava(keys, { dhBits: 1024, properties: ['jdk.tls.useExtendedMasterSecret=false'] }),
)
describeLibrary('GnuTLS', ['gnutls-serv'], gnutlsRows, async (keys) =>
  behindStarttls(await startGnutls(keys, 'NORMAL:-VERS-ALL:+VERS-TLS1.2:%DISABLE_SAFE_RENEGOTIATION:+SIGN-ALL')),
)
describeLibrary('NSS', ['selfserv'], nssRows, async (keys) =>
  behindStarttls(await startNss(keys, ['-V', 'ssl3:tls1.2', '-c', ':0004:000A:002F:C02F'])),
)

const noOpenssl = missingPrograms('openssl')
describe.skipIf(noOpenssl !== null)('the diagnosis of s_server', { concurrent: true }, () => {
  let keys: Keys & Disposable
  beforeAll(async () => {
    keys = await makeKeys()
  })
  afterAll(() => keys?.[Symbol.dispose]())
  testRows(opensslRows, async (name) => {
    const server = await behindStarttls(await startOpensslPlace(name, keys))
    return { address: here, port: server.port, authority: null, end: () => server[Symbol.asyncDispose]() }
  })
})

function describeLibrary<Name extends string>(
  name: string,
  programs: readonly Program[],
  rows: readonly Row<Name>[],
  start: (keys: Keys) => Promise<Server>,
): void {
  const library = {
    missing: () => missingPrograms('openssl', ...programs),
    async start() {
      await using stack = new AsyncDisposableStack()
      const { port } = stack.use(await start(stack.use(await makeKeys())))
      const running = stack.move()
      return { port, [Symbol.asyncDispose]: () => running.disposeAsync() }
    },
  }
  describeServer(`the diagnosis of the TLS of ${name}`, library, (server) => {
    testRows(rows, (): Place => ({ address: here, port: server().port, authority: null }))
  })
}

async function behindStarttls(server: Server): Promise<Server> {
  const front = await starttlsFront(server.port)
  return {
    port: front.port,
    async [Symbol.asyncDispose]() {
      await front[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}
