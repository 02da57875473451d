// A loopback server on free ports for a test: what it received, and what it wrote down of each session.

import type { Listener } from '#shared/values/loopback.ts'
import type { Scenario } from '#shared/values/scenarios.ts'
import type { Entry } from '#shared/values/transcript.ts'
import {
  createAuthority,
  type IncomingMail,
  issueIdentity,
  type LoopbackServer,
  startLoopback,
} from '../../../electron/engine/loopback/index.ts'

export const authority = await createAuthority()
export const identity = await issueIdentity(authority)
export const login = { user: 'maria', password: 'correct horse' }

type StoredMail = Omit<IncomingMail, 'content'> & { readonly octets: Buffer }
type SessionNotes = {
  readonly id: string
  readonly name: string
  readonly entries: Entry[]
  readonly outcome: Promise<string>
}

export type TestServer = LoopbackServer & {
  readonly mails: StoredMail[]
  readonly sessions: SessionNotes[]
  port(role: Listener['role']): number
  /** The transcript of a session once it has ended, without the times; `connect` is left out, as its ports change. */
  transcript(index?: number): Promise<string>
}

type Options = { readonly scenario?: Scenario; readonly receive?: (mail: IncomingMail) => Promise<{ id: string }> }

export async function startTestServer({ scenario = 'none', receive }: Options = {}): Promise<TestServer> {
  const mails: StoredMail[] = []
  const sessions: SessionNotes[] = []
  const ports = { mx: 0, submission: 0, submissions: 0 }
  const keep = async ({ content, ...facts }: IncomingMail) => {
    mails.push({ ...facts, octets: await collect(content) })
    return { id: `mail-${mails.length}` }
  }
  const recorder = {
    begin(name: string) {
      const { promise, resolve } = Promise.withResolvers<string>()
      const notes = { id: `session-${sessions.length + 1}`, name, entries: [] as Entry[], outcome: promise }
      sessions.push(notes)
      return { id: notes.id, add: (entry: Entry) => void notes.entries.push(entry), end: resolve }
    },
  }
  const server = await startLoopback({ ports, scenario, login, identity }, { recorder, receive: receive ?? keep })
  return {
    ...server,
    mails,
    sessions,
    port: (role) => server.listeners.find((listener) => listener.role === role)?.port ?? 0,
    async transcript(index = 0) {
      const notes = sessions[index]
      await notes?.outcome
      return (notes?.entries ?? [])
        .filter(({ kind }) => kind !== 'connect')
        .flatMap(timeless)
        .join('\n')
    },
  }
}

export async function collect(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}

const marks = { client: 'C:', server: 'S:', event: '*' } as const

const timeless = ({ direction, kind, text }: Entry): string[] =>
  text.split('\n').map((line) => `${marks[direction]} ${direction === 'event' ? `${kind}: ` : ''}${line}`.trimEnd())
