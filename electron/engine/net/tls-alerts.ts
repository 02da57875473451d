// What a TLS alert of the server says about a certificate of ours; in TLS 1.3 it comes after the handshake (RFC 8446 §4.4.2.4).

/** In words; null for an alert, or any other error, that is not about it. Codes of OpenSSL and of BoringSSL. */
export function clientCertificateAlert(code: string): string | null {
  if (/ALERT_CERTIFICATE_REQUIRED/.test(code)) return 'the server asks for a client certificate'
  return refused.test(code) ? 'the server does not accept our client certificate' : null
}

const refused =
  /ALERT_(BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_REVOKED|CERTIFICATE_EXPIRED|CERTIFICATE_UNKNOWN|UNKNOWN_CA|ACCESS_DENIED)/
