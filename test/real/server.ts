// The mail server of the real ports, for the tests of a file.
import { type MailServer, missingForMailServer, startMailServer } from './mail-server.ts'
import { describeWithPeer } from './suite.ts'

/** `suite` gets a function for the server, which runs only once the tests do. */
export const describeWithMailServer = (name: string, suite: (server: () => MailServer) => void): void =>
  describeWithPeer(name, { missing: missingForMailServer, start }, suite)

async function start(): Promise<MailServer & AsyncDisposable> {
  const server = await startMailServer()
  return { ...server, [Symbol.asyncDispose]: server.stop }
}
