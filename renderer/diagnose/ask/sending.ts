// Who sends, as it is typed and chosen; and what the call takes of it.
import { ipFamily, isAddressLiteral, isDomain, parseMailbox } from '#shared/address/index.ts'
import type { DiagnosisWish } from '#shared/values/diagnosis.ts'

export type Sending = {
  readonly address: string
  readonly mailFrom: string
  readonly helo: string
  readonly file: File | null
  readonly pasted: string
}

export const nobody: Sending = { address: '', mailFrom: '', helo: '', file: null, pasted: '' }

/** The fields with something that cannot be used. */
export function faultsOf({ address, mailFrom, helo }: Sending): readonly (keyof Sending)[] {
  const isNull = mailFrom.trim() === '<>'
  return [
    ...fault('address', address, (text) => ipFamily(text) !== null),
    ...fault('mailFrom', isNull ? '' : mailFrom, (text) => parseMailbox(text).kind !== 'invalid'),
    ...fault('helo', helo, (text) => isDomain(text) || isAddressLiteral(text)),
  ]
}

const fault = (name: keyof Sending, typed: string, isSound: (text: string) => boolean) =>
  typed.trim() === '' || isSound(typed.trim()) ? [] : [name]

export function senderOf({ address, mailFrom, helo, file, pasted }: Sending): DiagnosisWish['sender'] {
  const octets = file ?? (pasted.trim() === '' ? null : new Blob([pasted], { type: 'message/rfc822' }))
  return {
    address: address.trim() || null,
    mailFrom: mailFrom.trim() === '<>' ? '' : mailFrom.trim() || null,
    helo: helo.trim() || null,
    mail: octets === null ? null : { kind: 'octets', octets },
  }
}
