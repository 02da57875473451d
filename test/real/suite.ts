// One real server for the tests of a file; where the machine lacks it they are skipped, with the reason in their name.
import { afterAll, beforeAll, describe } from 'vitest'

export type Peer<Server extends AsyncDisposable> = {
  /** Why it cannot run here, or null. */
  missing(): string | null
  start(): Promise<Server>
}

/** `suite` gets a function for the server, which runs only once the tests do. `concurrent`: beside others that are so too. */
export function describeWithPeer<Server extends AsyncDisposable>(
  name: string,
  peer: Peer<Server>,
  suite: (server: () => Server) => void,
  { concurrent = false }: { readonly concurrent?: boolean } = {},
): void {
  const missing = peer.missing()
  const title = missing === null ? name : `${name} (skipped: ${missing})`
  describe.skipIf(missing !== null)(title, { concurrent }, () => {
    let running: Server | null = null
    beforeAll(async () => {
      running = await peer.start()
    })
    afterAll(() => running?.[Symbol.asyncDispose]())
    suite(() => {
      if (running === null) throw new Error('The server does not run.')
      return running
    })
  })
}
