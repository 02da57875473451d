// The settings that advice names, by the software of the server: as their manuals write them.
import type { Settings } from './advice.ts'

export const offerTls: Settings = {
  postfix: 'smtpd_tls_security_level=may',
  exim: 'tls_advertise_hosts = *',
  opensmtpd: 'listen on … tls pki …',
  dovecot: 'ssl=yes',
}
export const loginsInsideTls: Settings = {
  postfix: 'smtpd_tls_auth_only=yes',
  exim: 'server_advertise_condition ($tls_in_cipher)',
  opensmtpd: 'listen on … tls-require auth',
  dovecot: 'ssl=required',
}
export const requireTls: Settings = {
  ...loginsInsideTls,
  postfix: 'smtpd_tls_security_level=encrypt, smtpd_tls_auth_only=yes',
}
export const tlsFromStart: Settings = {
  postfix: 'smtpd_tls_wrappermode=yes',
  exim: 'tls_on_connect_ports = 465',
  opensmtpd: 'listen on … port 465 smtps pki …',
  dovecot: 'ssl=yes',
}
export const newTlsAlone: Settings = {
  postfix: 'smtpd_tls_protocols = >=TLSv1.2',
  exim: 'openssl_options = +no_tlsv1 +no_tlsv1_1 (OpenSSL), tls_require_ciphers = NORMAL:-VERS-TLS1.0:-VERS-TLS1.1 (GnuTLS)',
  dovecot: 'ssl_min_protocol = TLSv1.2',
}
const eximSuites = 'tls_require_ciphers = HIGH:!aNULL:!eNULL (OpenSSL), NORMAL (GnuTLS)'
export const noAnonymousSuites: Settings = {
  postfix: 'smtpd_tls_exclude_ciphers = aNULL',
  exim: eximSuites,
  opensmtpd: 'smtp ciphers "HIGH:!aNULL"',
  dovecot: 'ssl_cipher_list = HIGH:!aNULL',
}
export const noNullSuites: Settings = {
  postfix: 'smtpd_tls_exclude_ciphers = aNULL, eNULL',
  exim: eximSuites,
  opensmtpd: 'smtp ciphers "HIGH:!aNULL:!eNULL"',
  dovecot: 'ssl_cipher_list = HIGH:!aNULL:!eNULL',
}
export const ownOrder: Settings = {
  postfix: 'tls_preempt_cipherlist = yes',
  exim: 'openssl_options = +cipher_server_preference (OpenSSL), tls_require_ciphers = NORMAL:%SERVER_PRECEDENCE (GnuTLS)',
  dovecot: 'ssl_prefer_server_ciphers = yes',
}
export const ownName: Settings = {
  postfix: 'myhostname',
  exim: 'primary_hostname',
  opensmtpd: 'mailname (/etc/mail/mailname; Debian: /etc/mailname)',
  dovecot: 'hostname',
}
export const greetByName: Settings = {
  postfix: 'smtpd_banner = $myhostname ESMTP',
  exim: 'smtp_banner = $smtp_active_hostname ESMTP',
  opensmtpd: 'listen on … hostname …',
  dovecot: 'hostname',
}
export const trustedProxies: Settings = {
  postfix: 'smtpd_authorized_xclient_hosts, smtpd_authorized_xforward_hosts',
  dovecot: 'login_trusted_networks',
}
export const refuseEarlyTalk: Settings = {
  postfix: 'smtpd_forbid_unauth_pipelining=yes',
  exim: 'smtp_enforce_sync = true',
}
export const refuseRelaying: Settings = {
  postfix: 'smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination',
  exim: 'acl_smtp_rcpt: require domains = +local_domains : +relay_to_domains',
  opensmtpd: 'match from any for domain … action …, match auth from any for any action …',
}
export const trustedNetworks: Settings = {
  postfix: 'mynetworks',
  exim: 'relay_from_hosts',
  opensmtpd: 'match from local …',
  dovecot: 'login_trusted_networks',
}
export const ownSenders: Settings = {
  postfix: 'reject_sender_login_mismatch, smtpd_sender_login_maps',
  exim: 'acl_smtp_mail ($authenticated_id, $sender_address)',
  opensmtpd: 'listen on … senders <…>',
}
export const knownSenderDomains: Settings = {
  postfix: 'reject_unknown_sender_domain',
  exim: 'acl_smtp_mail: require verify = sender',
}
export const noVrfy: Settings = {
  postfix: 'disable_vrfy_command=yes',
  exim: 'acl_smtp_vrfy = deny',
}
export const trueLineEnds: Settings = {
  postfix: 'smtpd_forbid_bare_newline=normalize',
}
