// One real mail server for the tests of a file; where the machine lacks it they are skipped, with the reason in their name.
import { afterAll, beforeAll, describe } from 'vitest'
import { type MailServer, missingForMailServer, startMailServer } from './mail-server.ts'

/** `suite` gets a function for the server, which runs only once the tests do. */
export function describeWithMailServer(name: string, suite: (server: () => MailServer) => void): void {
  const missing = missingForMailServer()
  describe.skipIf(missing !== null)(missing === null ? name : `${name} (skipped: ${missing})`, () => {
    let running: MailServer | null = null
    beforeAll(async () => {
      running = await startMailServer()
    })
    afterAll(() => running?.stop())
    suite(() => {
      if (running === null) throw new Error('The mail server does not run.')
      return running
    })
  })
}
