// What the clients of Heloise that are measured are to send, and where to.
import { statSync } from 'node:fs'
import type { Access } from '../../../electron/engine/delivery/index.ts'
import { type ComposedMail, composeMail, composeRawMail, fileOctets } from '../../../electron/engine/mail/index.ts'
import { noPolicies, usualConnection } from '../../../shared/values/connection-defaults.ts'
import type { Draft } from '../../../shared/values/draft.ts'
import { usualTls } from '../../../shared/values/tls-versions.ts'
import { builtMail, type Job, type MailSpec, recipient, sender, subject, textOf } from './job.ts'

export async function mailsOf(spec: MailSpec): Promise<() => ComposedMail | Promise<ComposedMail>> {
  if (spec.kind === 'prebuilt') {
    const mail = builtMail(spec.octets)
    const composed = await composeRawMail(
      async function* () {
        yield mail
      },
      { from: sender, to: [recipient] },
    )
    return () => composed
  }
  const draft: Draft = {
    ...emptyDraft,
    text: spec.kind === 'composed' ? textOf(spec.octets) : 'The file.',
    attachments: attached(spec),
  }
  return () => composeMail(draft, { openAttachment: fileOctets, now: new Date(), hostname: 'localhost' })
}

const attached = (spec: MailSpec): Draft['attachments'] =>
  spec.kind === 'attachment'
    ? [
        {
          id: spec.file,
          name: 'file.bin',
          type: 'application/octet-stream',
          size: statSync(spec.file).size,
          contentId: null,
        },
      ]
    : []

export const accessOf = ({ port }: Pick<Job, 'port'>): Access => ({
  route: 'relay',
  host: '127.0.0.1',
  port,
  security: 'none',
  login: null,
  secret: null,
  certificate: { pin: null, authorities: null, name: null },
  tls: usualTls,
  clientKey: null,
  connection: usualConnection,
  policies: noPolicies,
  proxySecret: null,
  ehloName: 'client.example',
})

const emptyDraft: Draft = {
  id: '',
  profileId: null,
  from: sender,
  to: [recipient],
  cc: [],
  bcc: [],
  replyTo: '',
  subject,
  format: 'plain',
  html: '',
  text: '',
  headers: [],
  attachments: [],
  envelope: null,
  raw: null,
  wire: null,
}
