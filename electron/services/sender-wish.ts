// Who sends, as a diagnosis wants to know it: by what was said, else by the mail that came in, else by the profile.
import { ipFamily } from '#shared/address/index.ts'
import type { Bytes } from '#shared/values/bytes.ts'
import type { DiagnosisWish } from '#shared/values/diagnosis.ts'
import type { Profile } from '#shared/values/profile.ts'
import type { SenderWish } from '../engine/diagnose/index.ts'
import type { Storage } from '../storage/index.ts'
import { inputError, notFound } from './answer.ts'

/** Octets: larger mails are not verified. */
const largestMail = 50 * 1024 * 1024

export async function senderWish(
  { address, mailFrom, helo, mail }: DiagnosisWish['sender'],
  profile: Profile | null,
  { mails }: Pick<Storage, 'mails'>,
): Promise<Partial<SenderWish>> {
  if (address !== null && ipFamily(address) === null) throw inputError('host-invalid', { host: address })
  const given = mail === null ? null : await givenMail(mail, mails)
  const size = given?.octets.size ?? 0
  if (size > largestMail) throw inputError('mail-too-large', { size: String(size), limit: String(largestMail) })
  return {
    addresses: address === null ? [] : [address],
    mailFrom: mailFrom ?? given?.envelopeFrom ?? null,
    helo: helo ?? profile?.ehloName ?? null,
    from: given === null ? (profile?.sender.address ?? null) || null : null,
    message: given === null ? null : new Uint8Array(await given.octets.arrayBuffer()),
  }
}

type GivenMail = {
  readonly octets: Bytes
  /** Null where nobody knows it. */
  readonly envelopeFrom: string | null
}

async function givenMail(
  mail: NonNullable<DiagnosisWish['sender']['mail']>,
  mails: Storage['mails'],
): Promise<GivenMail> {
  if (mail.kind === 'octets') return { octets: mail.octets, envelopeFrom: null }
  const received = mails.get(mail.id)
  if (received === null) throw notFound(mail.id)
  return { octets: await mails.source(received.id), envelopeFrom: received.envelopeFrom }
}
