// Whether a profile can be used at all: asked when it is saved and when it is tried. The first fault is told with its field.
import { X509Certificate } from 'node:crypto'
import { hasControl, isAddressLiteral, isDomain, isServerHost, parseMailbox, unixPath } from '#shared/address/index.ts'
import { connectionFault } from '#shared/values/connection-fault.ts'
import { needsSecret } from '#shared/values/mechanisms.ts'
import type { Login, Profile } from '#shared/values/profile.ts'
import { brokenWireRule } from '#shared/values/wire-rules.ts'
import type { SmtpError } from '../engine/smtp-error.ts'
import { inputError } from './answer.ts'

export function checkProfile(profile: Profile): void {
  const fault = faultOf(profile)
  if (fault !== null) throw fault
}

function faultOf(profile: Profile): SmtpError | null {
  const { name, sender, route, host, login, certificate, tls, connection, wire, ehloName } = profile
  const invalid = (field: string) => inputError('profile-invalid', { field })
  if (hasControl(name)) return invalid('name')
  if (hasControl(sender.name)) return inputError('header-invalid', { field: 'sender name' })
  if (sender.address !== '' && parseMailbox(sender.address).kind === 'invalid')
    return inputError('address-invalid', { address: sender.address, field: 'sender' })
  if (route === 'relay' && !isServerHost(host)) return inputError('host-invalid', { host, field: 'host' })
  if (login !== null && isWrongUser(login)) return invalid('user')
  if (certificate.pin !== null && !/^[0-9a-f]{64}$/.test(certificate.pin)) return invalid('pin')
  if (certificate.authorities !== null && !areCertificates(certificate.authorities)) return invalid('authorities')
  if (tls.client !== null && !areCertificates(tls.client)) return invalid('client certificate')
  if (tls.ciphers !== null && !/^[\x21-\x7e]+$/.test(tls.ciphers)) return invalid('ciphers')
  if (certificate.name !== null && !isCertificateName(certificate.name))
    return inputError('host-invalid', { host: certificate.name, field: 'certificate name' })
  const way = connectionFault(connection)
  if (way !== null) return inputError('profile-invalid', way)
  if (ehloName !== null && !isDomain(ehloName) && !isAddressLiteral(ehloName)) return invalid('EHLO name')
  const { field, reason } = brokenWireRule(wire) ?? {}
  return field === undefined || reason === undefined ? null : inputError('wire-option-invalid', { field, reason })
}

/** Without a secret the user is no more than a hint, and may be left out. */
const isWrongUser = ({ user, mechanism }: Login) =>
  user.includes('\0') || (needsSecret(mechanism) && user.trim() === '')

const isCertificateName = (name: string) => isServerHost(name) && unixPath(name) === null

const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** Certificates and nothing else that is labelled: a private key pasted by mistake is not kept. */
function areCertificates(pem: string): boolean {
  const certificates = pem.match(block) ?? []
  if (certificates.length === 0 || pem.replace(block, '').includes('-----BEGIN')) return false
  try {
    return certificates.every((text) => new X509Certificate(text).subject !== undefined)
  } catch {
    return false
  }
}
