// A program of its own: what people build a test server from, the packages smtp-server and mailparser. Every mail is read and stored.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { buffer } from 'node:stream/consumers'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { tellHarness } from './serving.ts'

const folder = mkdtempSync(join(tmpdir(), 'heloise-bench-'))
const database = new DatabaseSync(join(folder, 'mails.db'))
database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
  CREATE TABLE mails (id INTEGER PRIMARY KEY, received_at INTEGER, envelope_from TEXT, envelope_to TEXT, sender TEXT,
    subject TEXT, body TEXT, source BLOB) STRICT`)
const insert = database.prepare(
  `INSERT INTO mails (received_at, envelope_from, envelope_to, sender, subject, body, source)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
)

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  size: 100 * 1024 * 1024,
  async onData(stream, { envelope }, done) {
    const source = await buffer(stream)
    const { from, subject, text } = await simpleParser(source)
    const sender = envelope.mailFrom === false ? '' : envelope.mailFrom.address
    const recipients = JSON.stringify(envelope.rcptTo.map(({ address }) => address))
    insert.run(Date.now(), sender, recipients, from?.text ?? '', subject ?? '', text ?? '', source)
    done()
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  if (typeof address === 'object' && address !== null) tellHarness(address.port, close)
})

function close(): void {
  database.close()
  rmSync(folder, { recursive: true })
}
