// A mail that is begun: empty, from a profile, or as a `mailto:` link says.
import { randomUUID } from 'node:crypto'
import { formatAddress } from '#shared/address/index.ts'
import { parseMailto } from '#shared/compose/mailto.ts'
import type { Draft } from '#shared/values/draft.ts'
import type { Profile } from '#shared/values/profile.ts'

export function newDraft(profile: Profile | null, mailto: string | null): Draft {
  const asked = mailto === null ? null : parseMailto(mailto)
  const text = asked?.text ?? ''
  return {
    id: randomUUID(),
    profileId: profile?.id ?? null,
    from: profile === null || profile.sender.address === '' ? '' : formatAddress(profile.sender),
    to: asked?.to ?? [],
    cc: asked?.cc ?? [],
    bcc: asked?.bcc ?? [],
    replyTo: '',
    subject: asked?.subject ?? '',
    format: 'rich',
    html: text === '' ? '' : htmlOf(text),
    text,
    headers: [],
    attachments: [],
    envelope: null,
    raw: null,
    wire: null,
  }
}

const htmlOf = (text: string) =>
  `<p>${escaped(text)
    .replace(/\n{2,}/g, '</p><p>')
    .replace(/\n/g, '<br>')}</p>`
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
