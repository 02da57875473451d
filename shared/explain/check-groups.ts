// The groups of checks, by the letters that their ids begin with.
import type { Words } from '../values/settings.ts'
import { say } from './words.ts'

export const checkGroups = {
  MX: say('Which server takes the mail', 'Qué servidor recibe el correo'),
  DNS: say('Asking DNS', 'Preguntar al DNS'),
  SPF: say('Who may send (SPF)', 'Quién puede enviar (SPF)'),
  DKI: say('Signatures of mails (DKIM)', 'Firmas de los correos (DKIM)'),
  DMA: say('What happens to forged mail (DMARC)', 'Qué pasa con el correo falsificado (DMARC)'),
  STS: say('Insisting on encryption (MTA-STS)', 'Exigir el cifrado (MTA-STS)'),
  TRP: say('Reports about encryption (TLS-RPT)', 'Informes sobre el cifrado (TLS-RPT)'),
  SEC: say('Signed names (DNSSEC)', 'Nombres firmados (DNSSEC)'),
  SRV: say('Settings for mail programs', 'Ajustes para programas de correo'),
  ACF: say('Settings that are fetched (autoconfig)', 'Ajustes que se descargan (autoconfig)'),
  BIM: say('Logo of the sender (BIMI)', 'Logotipo del remitente (BIMI)'),
  CAA: say('Who may issue certificates (CAA)', 'Quién puede emitir certificados (CAA)'),
  RCH: say('Reaching the server', 'Llegar al servidor'),
  EHL: say('Hello and extensions', 'Saludo y extensiones'),
  STL: say('Turning on encryption', 'Activar el cifrado'),
  TLS: say('Encryption and certificate', 'Cifrado y certificado'),
  AUT: say('Logging in', 'Iniciar sesión'),
  REL: say('Passing mail on', 'Reenviar correo'),
  ROB: say('Bearing what clients do', 'Soportar lo que hacen los clientes'),
  DAN: say('Keys of the server in DNS (DANE)', 'Claves del servidor en el DNS (DANE)'),
  PERF: say('How quick it is', 'Lo rápido que es'),
  POL: say('Whom and what it takes', 'A quién y qué acepta'),
} as const satisfies Record<string, Words>

export type CheckGroup = keyof typeof checkGroups
