// `--sink PORT`: a test server on this computer, for the while of a diagnosis, where its mails arrive again.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createSink, type Sink } from '../../engine/diagnose/index.ts'
import { PortUnavailable, startLoopback } from '../../engine/loopback/index.ts'
import { localCertificates } from '../../services/authority.ts'
import { dataFolder } from '../../services/data-folder.ts'
import { wholeNumber } from '../arguments.ts'
import { createRecorder } from '../recorder.ts'
import { UsageError } from '../usage-error.ts'
import type { CliWords } from '../words/index.ts'

export type OpenSink = { readonly sink: Sink; stop(): Promise<void> }

/** A usage error where the port cannot be had. */
export async function openSink(text: string, words: CliWords): Promise<OpenSink> {
  const mx = wholeNumber('--sink', text, [1, 65535], words)
  const sink = createSink()
  const { identity } = await localCertificates(join(dataFolder(), 'authority'))
  const login = { user: 'loopback', password: randomBytes(12).toString('base64url') }
  const options = { ports: { mx, submission: 0, submissions: 0 }, scenario: 'none', login, identity } as const
  const recorder = createRecorder({ origin: 'loopback', show: null, isKept: false })
  const server = await startLoopback(options, { recorder, receive: letGo, heard: sink.hear }).catch(
    (error: unknown) => {
      if (!(error instanceof PortUnavailable)) throw error
      throw new UsageError(words.portUnavailable(String(error.port)))
    },
  )
  return { sink, stop: () => server.stop() }
}

async function letGo({ content }: { readonly content: AsyncIterable<Uint8Array> }): Promise<{ id: string }> {
  for await (const _ of content);
  return { id: 'probe' }
}
