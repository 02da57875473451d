// Runs `heloise loopback`: the test server until Ctrl-C. Its certificate is signed by the authority that the window uses too.
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { scenarios } from '#shared/values/scenarios.ts'
import { type LoopbackServer, PortUnavailable, startLoopback } from '../../engine/loopback/index.ts'
import { localCertificates } from '../../services/authority.ts'
import { dataFolder } from '../../services/data-folder.ts'
import { choice, wholeNumber } from '../arguments.ts'
import { exitStatus } from '../exit-status.ts'
import { showLive } from '../live-transcript.ts'
import { createRecorder } from '../recorder.ts'
import { interruption, type Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import { announcerOf } from './announcer.ts'
import type { LoopbackCommandOptions } from './command.ts'
import { type MailFolder, noFolder, openMailFolder } from './mail-folder.ts'

export async function runLoopback(options: LoopbackCommandOptions, terminal: Terminal): Promise<number> {
  try {
    const server = await start(options, terminal)
    await interruption(terminal.signal)
    await server.stop()
    return exitStatus.interrupted
  } catch (error) {
    if (!(error instanceof PortUnavailable)) throw error
    terminal.err.write(`heloise: ${terminal.words.portUnavailable(String(error.port))}\n`)
    return exitStatus.failed
  }
}

async function start(options: LoopbackCommandOptions, terminal: Terminal): Promise<LoopbackServer> {
  const { words } = terminal
  const ports = portsFrom(wholeNumber('--port', options.port, [0, 65533], words))
  const scenario = choice('--scenario', options.scenario, scenarios, words)
  const folder = await folderOf(options.save, terminal)
  const announcer = announcerOf(options.json === true, terminal)
  const login = { user: 'loopback', password: randomBytes(12).toString('base64url') }
  const authorityFolder = join(dataFolder(), 'authority')
  const { authority, identity } = await localCertificates(authorityFolder)

  const server = await startLoopback(
    { ports, scenario, login, identity },
    {
      recorder: recorderOf(options.json === true, terminal),
      async receive(mail) {
        const taken = await folder.take(mail.content)
        announcer.received(mail, taken)
        return { id: taken.id }
      },
    },
  )
  announcer.opened({
    listeners: server.listeners,
    login,
    authority: { file: join(authorityFolder, 'authority.pem'), pem: authority.certificate },
    folder: options.save === undefined ? null : resolve(options.save),
  })
  return server
}

const portsFrom = (port: number) =>
  port === 0 ? { mx: 0, submission: 0, submissions: 0 } : { mx: port, submission: port + 1, submissions: port + 2 }

async function folderOf(save: string | undefined, { words }: Terminal): Promise<MailFolder> {
  if (save === undefined) return noFolder
  return openMailFolder(save).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(words.fileUnwritable('--save', save, error.code ?? error.message))
  })
}

/** Sessions can run at once: each line says by a number to which it belongs. */
function recorderOf(isJson: boolean, { out, err, words }: Terminal) {
  let count = 0
  const show = () => {
    count += 1
    return showLive(isJson ? err : out, words, `${count} `.padStart(4))
  }
  return createRecorder({ origin: 'loopback', show, isKept: false })
}
