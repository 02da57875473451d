// A large file from disk, encoded while it leaves: how fast, and in how much memory.
import { randomBytes } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, runClient } from '../clients/start.ts'
import type { Contender, Row } from '../row.ts'
import { startServer } from '../servers/start.ts'

const mib = 1024 * 1024

export const attachment: Row = {
  name: '500m',
  title: 'A file of 500 MiB from disk (100 MiB with --quick), to fast sink',
  rounds: 3,
  targets: [
    { of: 'Heloise', figure: 'MB/s', bound: 'at least', value: 3, against: 'nodemailer' },
    { of: 'Heloise', figure: 'MiB over idle', bound: 'at most', value: 80, against: null },
  ],
  async open(servers, size) {
    const octets = size.mails(500) * mib
    const file = fileOf(octets, servers)
    const { port } = await startServer('fast-sink', servers)
    return [
      sendFile('Heloise', 'heloise', file, octets, port),
      sendFile('nodemailer', 'nodemailer', file, octets, port),
    ]
  },
}

function fileOf(octets: number, servers: AsyncDisposableStack): string {
  const folder = mkdtempSync(join(tmpdir(), 'heloise-bench-'))
  servers.defer(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'file.bin')
  const file = openSync(path, 'w')
  const block = randomBytes(mib)
  for (let written = 0; written < octets; written += mib) writeSync(file, block)
  closeSync(file)
  return path
}

const sendFile = (name: string, script: Client, file: string, octets: number, port: number): Contender => ({
  name,
  async run() {
    const job = { port, connections: 1, count: 1, warmUp: 0, mail: { kind: 'attachment', file } } as const
    const { seconds, cpuSeconds, idleMemory, peakMemory } = await runClient(script, job)
    return {
      'MB/s': octets / seconds / 1e6,
      'CPU ms': cpuSeconds * 1000,
      'MiB over idle': (peakMemory - idleMemory) / mib,
    }
  },
})
