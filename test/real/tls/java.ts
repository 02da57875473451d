// Java's TLS (JSSE) on a free port of 127.0.0.1, with nothing switched off.
import { join } from 'node:path'
import { freePorts } from '../mail-server/needs.ts'
import { runProgram } from '../mail-server/run-program.ts'
import { startServerProcess } from '../peers/server-process.ts'
import type { Keys, Server } from './servers.ts'

export type JavaWish = {
  /** By the names of Java; all that it has without them. */
  readonly suites?: readonly string[]
  /** Bits of its DHE; 2048 without it. */
  readonly dhBits?: number
  /** Properties of its TLS. */
  readonly properties?: readonly string[]
}

/** TLS from the first octet, with the RSA and the EC certificate. */
export async function startJava(
  keys: Keys,
  { suites = [], dhBits = 2048, properties = [] }: JavaWish = {},
): Promise<Server> {
  const [port = 0] = await freePorts(1)
  const stores = await Promise.all([keyStore(keys, 'rsa', port), keyStore(keys, 'ec', port)])
  const program = join(import.meta.dirname, 'JavaServer.java')
  const server = await startServerProcess({
    program: 'java',
    // Quick to start; it serves one test.
    parameters: [
      ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto', `-Djdk.tls.ephemeralDHKeySize=${dhBits}`],
      ...properties.map((property) => `-D${property}`),
      ...[program, String(port), stores.join(','), ...suites],
    ],
    listensOn: [port],
    // It is compiled first.
    patience: 60,
  })
  return { port, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

async function keyStore(keys: Keys, kind: 'rsa' | 'ec', port: number): Promise<string> {
  const bundle = join(keys.directory, `java-${port}-${kind}.p12`)
  const { key, certificate } = keys[kind]
  const files = ['-in', certificate, '-inkey', key, '-out', bundle]
  await runProgram('openssl', ['pkcs12', '-export', ...files, '-name', kind, '-passout', 'pass:x'])
  return bundle
}
