// The groups of checks, by the letters that their ids begin with.
import type { Words } from '../values/settings.ts'
import { say } from './words.ts'

export const checkGroups = {
  MX: say('Which server takes the mail', 'Qué servidor recibe el correo'),
  RCH: say('Reaching the server', 'Llegar al servidor'),
  EHL: say('Hello and extensions', 'Saludo y extensiones'),
  STL: say('Turning on encryption', 'Activar el cifrado'),
  TLS: say('Encryption and certificate', 'Cifrado y certificado'),
  AUT: say('Logging in', 'Iniciar sesión'),
  REL: say('Passing mail on', 'Reenviar correo'),
  ROB: say('Bearing what clients do', 'Soportar lo que hacen los clientes'),
  DAN: say('Keys of the server in DNS (DANE)', 'Claves del servidor en el DNS (DANE)'),
  STS: say('Encryption policy of the domain (MTA-STS)', 'Política de cifrado del dominio (MTA-STS)'),
  POL: say('Whom and what it takes', 'A quién y qué acepta'),
} as const satisfies Record<string, Words>

export type CheckGroup = keyof typeof checkGroups
