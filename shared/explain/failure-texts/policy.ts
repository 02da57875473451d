// Failures of what a domain publishes about the way to its servers: DNSSEC, DANE, MTA-STS.
import type { FailureText } from '../failure-text.ts'
import { say } from '../words.ts'

export const policyFailures = {
  'dns-bogus': {
    fault: 'theirs',
    title: say('The signatures of this domain do not hold', 'Las firmas de este dominio no son válidas'),
    happened: say(
      'What DNS says of {host} is signed (DNSSEC), and the signatures do not hold, so it may be forged: {reason}. No mail goes there until they do.',
      'Lo que dice el DNS de {host} está firmado (DNSSEC) y las firmas no son válidas, así que podría ser falso: {reason}. Mientras siga así no se le envía correo.',
    ),
    advice: say(
      'The administrator of the domain must repair its signatures or its DS record; try again later, or ask by another DNS server.',
      'El administrador del dominio debe arreglar sus firmas o su registro DS; probar más tarde, o preguntar a otro servidor DNS.',
    ),
    rfc: 'RFC 4035 §5.5',
  },
  'mta-sts-host-refused': {
    fault: 'theirs',
    title: say('The domain’s own policy forbids this server', 'La política del propio dominio prohíbe este servidor'),
    happened: say(
      '{domain} names {host} as its mail server, but its MTA-STS policy allows only {names}. So the mail was not sent there.',
      '{domain} indica {host} como su servidor de correo, pero su política MTA-STS solo permite {names}. Por eso no se le envió el correo.',
    ),
    advice: say(
      'Either the policy is out of date, or somebody changed the MX records on the way: tell the administrator of the domain, and compare from another network.',
      'O la política está anticuada, o alguien cambió los registros MX por el camino: avisar al administrador del dominio y comparar desde otra red.',
    ),
    rfc: 'RFC 8461 §4.1',
  },
  'policy-tls-missing': {
    fault: 'theirs',
    title: say(
      'The domain demands encryption, and its server has none',
      'El dominio exige cifrado y su servidor no lo tiene',
    ),
    happened: say(
      'By {policy} the domain demands that mail comes encrypted, but {host} did not start encryption on {port}. Nothing was sent.',
      'Con {policy}, el dominio exige que el correo llegue cifrado, pero {host} no inició el cifrado en {port}. No se envió nada.',
    ),
    advice: say(
      'Something on the way may be removing the encryption: try another network. If it is the same there, tell the administrator of the server.',
      'Puede que algo en el camino esté quitando el cifrado: probar desde otra red. Si allí pasa lo mismo, avisar al administrador del servidor.',
    ),
    rfc: 'RFC 3207 §6',
  },
  'dane-mismatch': {
    fault: 'theirs',
    title: say(
      'The certificate is not the one published in DNS',
      'El certificado no es el que está publicado en el DNS',
    ),
    happened: say(
      'The domain of {host} publishes signed TLSA records (DANE) that say which certificate is right, and the one that was shown matches none of them. Its fingerprint (SHA-256): {sha256}.',
      'El dominio de {host} publica registros TLSA firmados (DANE) que dicen qué certificado es el bueno, y el que se mostró no coincide con ninguno. Su huella (SHA-256): {sha256}.',
    ),
    advice: say(
      'Most often the certificate was renewed and the TLSA records were not: tell the administrator. Do not send without the check, since somebody may stand between.',
      'Lo más habitual es que se renovara el certificado y no los registros TLSA: avisar al administrador. No conviene enviar sin la comprobación, porque podría haber alguien en medio.',
    ),
    rfc: 'RFC 7672 §3.2',
  },
} as const satisfies Record<string, FailureText>
