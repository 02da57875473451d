// One mail server at a time on a machine: Postfix shares its ports with another Postfix (SO_REUSEPORT), so that two of them
// would each get half of the mails.
import { createServer, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A name of Linux's abstract sockets: it goes with the process that has it, whatever becomes of that. */
const name = '\0heloise-mail-server'
const patience = 90_000

/** Waits for its turn a while; `end` passes the turn on. */
export async function takeTurn(): Promise<{ end(): Promise<void> }> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(250)) {
    const server = await listen()
    if (server !== null) return { end: () => new Promise((resolve) => server.close(() => resolve())) }
  }
  throw new Error('Another run of these tests has had the ports 25, 465 and 587 for too long.')
}

function listen(): Promise<Server | null> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(null))
    server.listen(name, () => resolve(server.unref()))
  })
}
