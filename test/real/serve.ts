// The real mail server as a program, for tests in a browser: prints one line of JSON when it is ready, ends with its standard input.
import { missingForMailServer, startMailServer } from './mail-server.ts'

const missing = missingForMailServer()
if (missing !== null) {
  process.stdout.write(`${JSON.stringify({ missing })}\n`)
} else {
  const server = await startMailServer()
  const { ports, variantPorts, authority, users, mailFolder } = server
  process.stdout.write(`${JSON.stringify({ ports, variantPorts, authority, users, mailFolder })}\n`)
  process.stdin.once('end', () => void server.stop()).resume()
}
