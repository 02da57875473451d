// Advice names the software of the server, where its own words tell it.
import { expect, test } from 'vitest'
import { starttlsOffered } from '../../../../electron/engine/diagnose/checks/starttls-offered.ts'
import { findingOf, placeOf } from '../../../../electron/engine/diagnose/finding.ts'
import type { Observed } from '../../../../electron/engine/diagnose/observed.ts'
import { softwareOf } from '../../../../electron/engine/diagnose/software.ts'
import { offering, sound } from '../../../fakes/observed.ts'

const greeting = (text: string): Observed => ({ ...sound, greeting: `220 mx.example ${text}` })
const at = (host: string): Observed => ({ ...sound, endpoint: { ...sound.endpoint, host } })

test.each([
  ['Postfix', greeting('ESMTP Postfix (Debian/GNU)'), 'postfix'],
  ['Exim', greeting('ESMTP Exim 4.96 Mon, 15 Jun 2026 12:00:00 +0000'), 'exim'],
  ['OpenSMTPD', greeting('ESMTP OpenSMTPD'), 'opensmtpd'],
  ['Dovecot', greeting('Dovecot (Debian) ready.'), 'dovecot'],
  ['Sendmail', greeting('ESMTP Sendmail 8.17.1.9/8.17.1.9'), 'sendmail'],
  ['Exchange', greeting('Microsoft ESMTP MAIL Service ready'), 'microsoft'],
  ['Exchange by an extension', { ...sound, afterTls: offering('SIZE', 'X-ANONYMOUSTLS') }, 'microsoft'],
  ['Gmail', at('smtp.gmail.com'), 'gmail'],
  ['nobody that is known', sound, null],
  ['nobody, before any greeting', { ...sound, greeting: null, beforeTls: null, afterTls: null }, null],
])('it is recognised: %s', (_name, observed, software) => {
  expect(softwareOf(observed)).toBe(software)
})

const general = { en: 'Install a certificate and switch TLS on.', es: 'Instalar un certificado y activar TLS.' }

test.each([
  ['Exim', 'ESMTP Exim 4.96', ' In Exim: tls_advertise_hosts = *.', ' En Exim: tls_advertise_hosts = *.'],
  [
    'a server that does not say what it is',
    'ESMTP',
    ' For example, in Postfix: smtpd_tls_security_level=may.',
    ' Por ejemplo, en Postfix: smtpd_tls_security_level=may.',
  ],
  ['a server whose settings are not known here', 'ESMTP Sendmail 8.17', '', ''],
])('the fix for %s', (_name, text, en, es) => {
  const observed = { ...greeting(text), beforeTls: offering('SIZE'), afterTls: null, tls: null }
  expect(findingOf(starttlsOffered, observed, placeOf(observed))?.advice).toEqual({
    en: general.en + en,
    es: general.es + es,
  })
})
