// What is asked of each field before a profile is saved or tested.
import type { FormErrors } from '@mantine/form'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { isDomain, isServerHost, parseMailbox } from '#shared/address/index.ts'
import { type ConnectionFault, connectionFault } from '#shared/values/connection-fault.ts'
import { needsSecret } from '#shared/values/mechanisms.ts'
import type { Profile } from '#shared/values/profile.ts'
import type { TlsChoice } from '#shared/values/tls-choice.ts'
import { tlsVersions } from '#shared/values/tls-versions.ts'
import { wireFaults } from '../wire/read-wire.ts'
import type { ProfileForm } from './edit.ts'

const fingerprint = /^([0-9a-f]{2}:?){32}$/i

/** A check of the whole form: the faults by path of the field, in the person's language. */
export function useFaults(): (values: ProfileForm) => FormErrors {
  const { t } = useTranslation('profiles')
  return ({ profile, typedWire }) => {
    const isRelay = profile.route === 'relay'
    const { sender, host, port, certificate, login } = profile
    return faultsOf({
      'profile.name': profile.name.trim() === '' && t('needed'),
      'profile.sender.address': parseMailbox(sender.address).kind === 'invalid' && t('badAddress'),
      'profile.host': isRelay && !isServerHost(host) && t('badServer'),
      'profile.port': isRelay && !(Number.isInteger(port) && port > 0 && port < 65536) && t('badPort'),
      'profile.login.user': isRelay && login?.user === '' && needsSecret(login.mechanism) && t('needed'),
      'profile.certificate.pin': certificate.pin !== null && !fingerprint.test(certificate.pin) && t('badPin'),
      'profile.tls.maxVersion': isEmptyRange(profile.tls) && t('badTlsRange'),
      'profile.wire': typedWire !== undefined && wireFaults(typedWire).length > 0 && t('badWire'),
      ...wayFault(profile, t),
      'profile.ehloName': profile.ehloName !== null && !isGreetingName(profile.ehloName) && t('badHost'),
    })
  }
}

function wayFault({ connection }: Profile, t: TFunction<'profiles'>): Record<string, string | false> {
  const fault = connectionFault(connection)
  return fault === null ? {} : { [fault.field]: t(wayWords[fault.field]) }
}

const wayWords = {
  proxyHost: 'badHost',
  proxyPort: 'badPort',
  proxyUser: 'badProxyUser',
  proxyPassword: 'needed',
  localAddress: 'badLocalAddress',
} as const satisfies Record<ConnectionFault['field'], string>

/** Nothing lies between the two. */
const isEmptyRange = ({ minVersion, maxVersion }: TlsChoice): boolean =>
  minVersion !== null && maxVersion !== null && tlsVersions.indexOf(minVersion) > tlsVersions.indexOf(maxVersion)
const isGreetingName = (name: string): boolean => isDomain(name) || /^\[.+\]$/.test(name)

const faultsOf = (checks: Record<string, string | false>): FormErrors =>
  Object.fromEntries(Object.entries(checks).filter(([, fault]) => fault !== false))
