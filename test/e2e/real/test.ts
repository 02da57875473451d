// The specs that send through a real Postfix: the window as ever, and one mail server for all of them.
import { test as base } from '../door.ts'
import { type RealServer, startRealServer } from './mail-server.ts'

export { expect } from '../door.ts'

type WorkerFixtures = { started: RealServer | string }

export const test = base.extend<{ server: RealServer }, WorkerFixtures>({
  started: [
    // biome-ignore lint/correctness/noEmptyPattern: the test runner reads from the pattern which fixtures are needed
    async ({}, use) => {
      const started = await startRealServer()
      await use(started)
      if (typeof started !== 'string') await started.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  server: async ({ started }, use, info) => {
    if (typeof started === 'string') return info.skip(true, started)
    await use(started)
  },
})
