// Mails on their way at once over one connection, by BDAT: what a client costs when nobody waits for anybody.
import type { Row } from '../row.ts'
import { startServer } from '../servers/start.ts'
import { client } from './contenders.ts'

export const inFlight: Row = {
  name: '1k-window',
  title: '1 KiB, one connection, to fast sink, by BDAT',
  rounds: 3,
  targets: [],
  async open(servers, size) {
    const { port } = await startServer('fast-sink', servers)
    const load = { port, connections: 1, count: size.mails(8000) }
    const mail = { kind: 'prebuilt', octets: 1024 } as const
    return [
      client('Heloise', load, mail),
      client('Heloise', { ...load, window: 64 }, mail, 'Heloise, prebuilt, window 64'),
      client('nodemailer', load, mail),
    ]
  },
}
