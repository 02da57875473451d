// Which fix belongs to which failure: by the cause the server named, else by the kind of the failure.
import type { Failure, FailureKind } from '../values/failure.ts'
import { causeOfFailure } from './failures.ts'
import type { Fix, FixableAccess } from './fix.ts'
import {
  dropAttachment,
  editAddress,
  editDraft,
  editHeader,
  editNamedField,
  editPassword,
  editProfile,
  editRecipient,
  editSender,
  editWire,
  either,
  type FixMaker,
  retry,
  setSecurity,
  startLoopbackOr,
  trustCertificate,
} from './fix-makers.ts'
import { say } from './words.ts'

/** Null when nothing on this side can help with one click. */
export function fixFor(failure: Failure, access: FixableAccess): Fix | null {
  const cause = causeOfFailure(failure)
  const maker = (cause && (causeFixes[cause.id] ?? (cause.passes ? retry : null))) ?? kindFixes[failure.kind]
  return maker?.(failure, access) ?? null
}

const editHost = editProfile('host', say('Correct the host', 'Corregir el servidor'))
const editPort = editProfile('port', say('Choose another port', 'Elegir otro puerto'))
const editLogin = editProfile('login', say('Set up the login', 'Configurar el inicio de sesión'))
const editMechanism = editProfile('mechanism', say('Choose another mechanism', 'Elegir otro método'))
const editHello = editProfile('ehloName', say('Set the EHLO name', 'Indicar el nombre EHLO'))
const editProxy = editProfile('proxyHost', say('Check the proxy', 'Comprobar el proxy'))
const editProxyLogin = editProfile(
  'proxyUser',
  say('Check the login of the proxy', 'Comprobar el inicio de sesión del proxy'),
)
const editLocalAddress = editProfile('localAddress', say('Choose another address', 'Elegir otra dirección'))
const useStarttls = setSecurity('starttls')
const useTls = setSecurity('tls')
const use465 = setSecurity('tls', 465)
const use587 = setSecurity('starttls', 587)
const isPort = (port: number) => (access: FixableAccess) => access.port === port

/** A login belongs on 587; who is there already corrects the login itself. */
const submit = either(isPort(25), use587, editLogin)

const kindFixes: Partial<Record<FailureKind, FixMaker>> = {
  'address-invalid': editAddress,
  'header-invalid': editHeader,
  'host-invalid': editHost,
  'profile-invalid': editNamedField,
  'attachment-missing': dropAttachment,
  'no-recipients': editDraft('to', say('Add a recipient', 'Añadir un destinatario')),
  'no-sender': editDraft('from', say('Add a sender', 'Añadir un remitente')),
  'password-missing': editPassword,
  'mail-too-large': dropAttachment,
  'needs-smtputf8': editRecipient,
  'extension-not-offered': editWire,
  'extension-unusable': editWire,
  'wire-option-invalid': editWire,
  'raw-mail-invalid': editDraft('raw', say('Edit the source', 'Editar el código fuente')),
  'host-not-found': editHost,
  'dns-unavailable': retry,
  'dns-bogus': retry,
  'domain-takes-no-mail': editRecipient,
  'domain-has-no-server': editRecipient,
  'connection-refused': startLoopbackOr(editPort),
  'connection-timed-out': startLoopbackOr(either(isPort(25), use587, retry)),
  'host-unreachable': retry,
  'local-address-unusable': editLocalAddress,
  'proxy-unreachable': editProxy,
  'proxy-timed-out': editProxy,
  'proxy-not-spoken': editProxy,
  'proxy-login-refused': editProxyLogin,
  'proxy-refused': editProxy,
  'proxy-cannot-reach': editHost,
  'greeting-missing': either(isPort(465), useTls, retry),
  'greeting-refused': editHost,
  'speaks-tls': useTls,
  'speaks-http': editPort,
  'speaks-ssh': editPort,
  'speaks-imap': editPort,
  'speaks-pop3': editPort,
  'speaks-unknown': editPort,
  'hello-refused': editHello,
  'starttls-not-offered': either(isPort(465), use587, use465),
  'starttls-refused': retry,
  'tls-not-spoken': useStarttls,
  'certificate-untrusted': trustCertificate,
  'certificate-self-signed': trustCertificate,
  'certificate-expired': trustCertificate,
  'certificate-pin-mismatch': trustCertificate,
  'certificate-name-mismatch': editHost,
  'login-not-offered': submit,
  'login-mechanism-unavailable': editMechanism,
  'login-needs-tls': useStarttls,
  'login-refused': editPassword,
  'login-token-refused': editPassword,
  'login-temporarily-refused': retry,
  'login-protocol-error': editMechanism,
  'login-required': editLogin,
  'sender-refused': editSender,
  'recipients-refused': editRecipient,
  'service-closing': retry,
  'connection-lost': startLoopbackOr(retry),
  'reply-timed-out': retry,
  stopped: retry,
}

/** By the id of the cause in reply-causes.ts. */
const causeFixes: Readonly<Record<string, FixMaker>> = {
  'starttls-required': useStarttls,
  'hello-name': editHello,
  'app-password': editPassword,
  'wrong-password': editPassword,
  'gmail-password': editPassword,
  'gmail-app-password': editPassword,
  'yahoo-app-password': editPassword,
  'icloud-app-password': editPassword,
  'microsoft-password': editLogin,
  'microsoft-smtp-auth-off-tenant': editLogin,
  'microsoft-smtp-auth-off-mailbox': editLogin,
  'microsoft-security-defaults': editLogin,
  'microsoft-password-retired': editLogin,
  'smtp-auth-switched-off': editLogin,
  'mechanism-unavailable': editMechanism,
  'mechanism-weak': editMechanism,
  'login-not-here': submit,
  'login-needs-encryption': useStarttls,
  'login-required': editLogin,
  'sender-not-yours': editSender,
  'sender-domain': editSender,
  'relay-denied': submit,
  'unknown-user': editRecipient,
  'microsoft-unknown-user': editRecipient,
  'yahoo-unknown-user': editRecipient,
  'gmail-no-tls': useStarttls,
  'gmail-forbidden-attachment': dropAttachment,
  'sender-null-mx': editSender,
  'domain-unknown': editRecipient,
  'domain-takes-no-mail': editRecipient,
  'mailbox-closed': editRecipient,
  'too-many-recipients': editDraft('to', say('Shorten the list of recipients', 'Acortar la lista de destinatarios')),
  'too-large': dropAttachment,
}
