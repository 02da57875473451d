// A client that is measured: nodemailer with its pool of connections.
import nodemailer from 'nodemailer'
import { builtMail, type MailSpec, recipient, sender, subject, textOf } from './job.ts'
import { runMeasured } from './measured.ts'

await runMeasured(async (job) => {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: job.port,
    secure: false,
    ignoreTLS: true,
    name: 'client.example',
    // One mail gets a connection of its own.
    pool: job.count > 1,
    maxConnections: job.connections,
    maxMessages: Number.POSITIVE_INFINITY,
  })
  const mail = mailOf(job.mail)
  return async (count) => {
    await Promise.all(Array.from({ length: count }, () => transport.sendMail({ ...mail })))
  }
})

function mailOf(spec: MailSpec) {
  if (spec.kind === 'prebuilt') return { envelope: { from: sender, to: [recipient] }, raw: builtMail(spec.octets) }
  const headers = { from: sender, to: recipient, subject }
  if (spec.kind === 'attachment') return { ...headers, text: 'The file.', attachments: [{ path: spec.file }] }
  return { ...headers, text: textOf(spec.octets) }
}
