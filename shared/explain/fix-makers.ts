// How each kind of fix is made from a failure and the profile it happened with; null where it would not help.
import { connectionFields } from '../values/connection-fault.ts'
import type { Failure } from '../values/failure.ts'
import type { Security } from '../values/profile.ts'
import type { Words } from '../values/settings.ts'
import type { DraftField, Fix, FixableAccess, ProfileField } from './fix.ts'
import { wireTargetOf } from './wire-target.ts'
import { say } from './words.ts'

export type FixMaker = (failure: Failure, access: FixableAccess) => Fix | null

export const retry: FixMaker = () => ({ kind: 'retry', label: say('Try again', 'Volver a intentarlo') })

export const editPassword: FixMaker = () => ({
  kind: 'edit-password',
  label: say('Check the password', 'Comprobar la contraseña'),
})

/** On the MX route host, port and login follow from the recipient, so the profile has nothing to correct there. */
export const editProfile =
  (field: ProfileField, label: Words): FixMaker =>
  (_failure, access) =>
    access.route === 'mx' && ofRelay.has(field) ? null : { kind: 'edit-profile', field, label }

const ofRelay: ReadonlySet<ProfileField> = new Set(['host', 'port', 'security', 'login', 'mechanism', 'sender'])

export const editDraft =
  (field: DraftField, label: Words): FixMaker =>
  () => ({ kind: 'edit-draft', field, label })

export const setSecurity =
  (security: Security, otherPort?: number): FixMaker =>
  (_failure, access) => {
    const port = otherPort ?? access.port
    if (access.route === 'mx') return null
    return { kind: 'set-security', security, port, label: securityLabel(security, port, access.port) }
  }

export const trustCertificate: FixMaker = ({ facts }, access) =>
  facts.sha256 && access.route === 'relay'
    ? {
        kind: 'trust-certificate',
        sha256: facts.sha256,
        label: say('Compare and trust this certificate', 'Comparar este certificado y confiar en él'),
      }
    : null

export const editRecipient: FixMaker = ({ facts }) => ({
  kind: 'edit-recipient',
  // Of several refused ones, the first: it is where to begin.
  address: facts.address ?? facts.addresses?.split(', ')[0] ?? '',
  label: say('Correct the recipient', 'Corregir el destinatario'),
})

export const editSender = editDraft('from', say('Correct the sender', 'Corregir el remitente'))

/** An address that is none stands in From or with the recipients. */
export const editAddress: FixMaker = (failure, access) =>
  /from|sender/i.test(failure.facts.field ?? '') ? editSender(failure, access) : editRecipient(failure, access)

export const editHeader: FixMaker = (failure, access) =>
  /subject/i.test(failure.facts.field ?? '')
    ? editDraft('subject', say('Correct the subject', 'Corregir el asunto'))(failure, access)
    : editDraft('headers', say('Correct the headers', 'Corregir las cabeceras'))(failure, access)

/** Options for the wire stand with the mail, or with the profile where the mail has none of its own. */
export const editWire: FixMaker = (failure) => ({
  kind: 'edit-wire',
  at: wireTargetOf(failure),
  label: say('Show it under “On the wire”', 'Verlo en «En el cable»'),
})

/** The attachment at fault where it is known, else all of them. */
export const dropAttachment: FixMaker = ({ facts }) =>
  facts.attachment
    ? { kind: 'remove-attachment', id: facts.attachment, label: say('Remove the attachment', 'Quitar el adjunto') }
    : { kind: 'edit-draft', field: 'attachments', label: say('Review the attachments', 'Revisar los adjuntos') }

/** The loopback server of this computer is started; any other needs something else. */
export const startLoopbackOr =
  (otherwise: FixMaker): FixMaker =>
  (failure, access) =>
    access.isLoopback
      ? { kind: 'start-loopback', label: say('Start the loopback server', 'Iniciar el servidor loopback') }
      : otherwise(failure, access)

/** The field of the profile that the failure names; its host where it names none. */
export const editNamedField: FixMaker = (failure, access) => {
  const field = failure.facts.field ?? ''
  if (field === 'user' || field === 'password') return editPassword(failure, access)
  const named = profileFields.find((known) => known === field) ?? 'host'
  return editProfile(named, say('Correct the profile', 'Corregir el perfil'))(failure, access)
}
const profileFields: readonly ProfileField[] = [
  ...(['host', 'port', 'security', 'login', 'mechanism', 'ehloName', 'sender'] as const),
  ...connectionFields,
]

/** One of two makers, by what the profile says now. */
export const either =
  (applies: (access: FixableAccess) => boolean, then: FixMaker, otherwise: FixMaker): FixMaker =>
  (failure, access) =>
    (applies(access) ? then : otherwise)(failure, access)

function securityLabel(security: Security, port: number, portNow: number): Words {
  const name = security === 'tls' ? say('implicit TLS', 'TLS implícito') : say('STARTTLS', 'STARTTLS')
  return port === portNow
    ? say(`Use ${name.en}`, `Usar ${name.es}`)
    : say(`Use port ${port} with ${name.en}`, `Usar el puerto ${port} con ${name.es}`)
}
