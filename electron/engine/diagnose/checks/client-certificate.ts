// TLS-S6: whether clients are asked for a certificate.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const clientCertificate = scannedTrait({
  id: 'TLS-S6',
  name: say('No certificate is asked of clients', 'No pide certificado a los clientes'),
  severity: 'info',
  reference: 'RFC 8446 §4.3.2',
  least: 'quick',
  traits: ['client-certificate'],
  wanted: 'no',
  otherwise: 'info',
  good: say('It asks for no certificate of ours.', 'No pide un certificado nuestro.'),
  bad: say(
    'It asks clients for a certificate; who has none may be let in or not.',
    'Pide un certificado a los clientes; quien no lo tenga puede entrar o no.',
  ),
  advice: say('Leave it out where people log in by password.', 'Quitarlo donde se entra con contraseña.'),
})
