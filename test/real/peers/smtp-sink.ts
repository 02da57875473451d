// smtp-sink of Debian's Postfix: a server that takes every mail and does the one thing wrong that it is told.
import { missingPackages } from '../debian-packages.ts'
import { freePorts } from '../mail-server/needs.ts'
import { startServerProcess } from './server-process.ts'

export type SmtpSink = AsyncDisposable & { readonly port: number }

export const missingForSmtpSink = (): string | null => missingPackages(['postfix', 'swaks'])

export async function startSmtpSink(flags: readonly string[]): Promise<SmtpSink> {
  const [port = 0] = await freePorts(1)
  // It runs as root for nobody.
  const account = process.getuid?.() === 0 ? ['-u', 'postfix'] : []
  const backlog = '10'
  const server = await startServerProcess({
    program: 'smtp-sink',
    parameters: [...account, '-h', 'sink.example', ...flags, `inet:127.0.0.1:${port}`, backlog],
    listensOn: [port],
  })
  return { port, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}
