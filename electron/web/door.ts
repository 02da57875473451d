// An HTTP server on 127.0.0.1 with the page and its channel, for whoever is admitted.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRouterClient } from '@orpc/server'
import type { Services } from '../services/index.ts'
import { type PageSource, plain } from '../services/page/page.ts'
import { pageViews } from '../services/page/page-views.ts'
import { type Admission, createAdmission } from './admission.ts'
import { answerChannels } from './channel.ts'
import { answerRequest, writeAnswer } from './requests.ts'

export type DoorOptions = {
  readonly router: Services
  /** The built renderer. */
  readonly folder: string
  /** 0 for a free one. */
  readonly port: number
}

/** `address` carries the one-time token. */
export type Door = { readonly address: string; close(): void }

export async function openDoor({ router, folder, port }: DoorOptions): Promise<Door> {
  const admission = createAdmission()
  const api = createRouterClient(router, { context: { menu: null } })
  const server = pageServer({ folder, ...pageViews(api) }, admission)
  const closeChannels = answerChannels(server, admission, router)
  await listen(server, port)
  return {
    address: `http://127.0.0.1:${portOf(server)}/?token=${admission.token}`,
    close() {
      closeChannels()
      server.close()
      server.closeAllConnections()
    },
  }
}

function pageServer(source: PageSource, admission: Admission): Server {
  return createServer((request, response) => {
    void answer(source, admission, request, response)
  })
}

async function answer(
  source: PageSource,
  admission: Admission,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await writeAnswer(await answerRequest(request, admission, source), request, response)
  } catch (error) {
    console.error(error)
    if (response.headersSent) response.destroy()
    else await writeAnswer(plain(500, 'Heloise could not answer this.'), request, response)
  }
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.')
  return address.port
}
