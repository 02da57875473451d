import { expect, test } from 'vitest'
import { clientCertificateAlert } from '../../../../electron/engine/net/tls-alerts.ts'

test.each([
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'the server asks for a client certificate'],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'the server does not accept our client certificate'],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 'the server does not accept our client certificate'],
  ['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', null],
  ['ECONNRESET', null],
  ['', null],
])('%s says: %s', (code, words) => {
  expect(clientCertificateAlert(code)).toBe(words)
})
