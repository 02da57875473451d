// Who sends, as a diagnosis wants to know it: by what was said, else by the profile.
import { ipFamily } from '#shared/address/index.ts'
import type { DiagnosisWish } from '#shared/values/diagnosis.ts'
import type { Profile } from '#shared/values/profile.ts'
import type { SenderWish } from '../engine/diagnose/index.ts'
import type { Storage } from '../storage/index.ts'
import { inputError } from './answer.ts'

/** Octets: larger mails are not verified. */
const largestMail = 50 * 1024 * 1024

export async function senderWish(
  { address, mailFrom, helo, mail }: DiagnosisWish['sender'],
  profile: Profile | null,
  { mails }: Pick<Storage, 'mails'>,
): Promise<Partial<SenderWish>> {
  if (address !== null && ipFamily(address) === null) throw inputError('host-invalid', { host: address })
  const octets = mail?.kind === 'received' ? await mails.source(mail.id) : (mail?.octets ?? null)
  if (octets !== null && octets.size > largestMail)
    throw inputError('mail-too-large', { size: String(octets.size), limit: String(largestMail) })
  return {
    addresses: address === null ? [] : [address],
    mailFrom,
    helo: helo ?? profile?.ehloName ?? null,
    from: octets === null ? (profile?.sender.address ?? null) || null : null,
    message: octets === null ? null : new Uint8Array(await octets.arrayBuffer()),
  }
}
