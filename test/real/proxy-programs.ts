// microsocks and tinyproxy of Debian, and smtp-sink of Postfix, each on a free port of 127.0.0.1 until it is disposed of.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { missingPackages } from './debian-packages.ts'
import { freePorts } from './mail-server/needs.ts'

export type Login = { readonly user: string; readonly password: string }
export type Program = AsyncDisposable & { readonly port: number }

export const missingForProxies = (): string | null => missingPackages(['microsocks', 'tinyproxy-bin', 'postfix'])

export async function microsocks(login: Login | null = null): Promise<Program> {
  const [port = 0] = await freePorts(1)
  const credentials = login === null ? [] : ['-u', login.user, '-P', login.password]
  return running(port, 'microsocks', ['-i', '127.0.0.1', '-p', String(port), ...credentials])
}

/** `ports`: those that CONNECT is allowed to. */
export async function tinyproxy(ports: readonly number[], login: Login | null = null): Promise<Program> {
  const [port = 0] = await freePorts(1)
  const folder = await mkdtemp(join(tmpdir(), 'heloise-tinyproxy-'))
  const file = join(folder, 'tinyproxy.conf')
  const lines = [
    ...[`Port ${port}`, 'Listen 127.0.0.1', 'Timeout 30', 'MaxClients 20'],
    ...[`LogFile "${join(folder, 'log')}"`, `PidFile "${join(folder, 'pid')}"`],
    ...ports.map((one) => `ConnectPort ${one}`),
    ...(login === null ? [] : [`BasicAuth ${login.user} ${login.password}`]),
  ]
  await writeFile(file, `${lines.join('\n')}\n`)
  return running(port, 'tinyproxy', ['-d', '-c', file], () => rm(folder, { recursive: true, force: true }))
}

/** It takes every mail and keeps none. */
export async function smtpSink(): Promise<Program> {
  const [port = 0] = await freePorts(1)
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  return running(port, '/usr/sbin/smtp-sink', [...user, `127.0.0.1:${port}`, '50'])
}

async function running(
  port: number,
  program: string,
  parameters: readonly string[],
  clean: () => Promise<void> = async () => {},
): Promise<Program> {
  const child = spawn(program, parameters, { stdio: 'ignore' })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill()
    await ended
    await clean()
  }
  try {
    await listening(port, child)
  } catch (error) {
    await stop()
    throw error
  }
  return { port, [Symbol.asyncDispose]: stop }
}

const patience = 10_000

async function listening(port: number, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end && child.exitCode === null; await sleep(50)) {
    const socket = connect({ port, host: '127.0.0.1' })
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    socket.destroy()
    if (isOpen) return
  }
  throw new Error(`${child.spawnfile} does not listen on port ${port}.`)
}
