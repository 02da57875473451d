// What the TLS library says more exactly of a failed handshake or a certificate; codes of OpenSSL and of BoringSSL.
import type { FailureRefinement } from '../failure-refinement.ts'
import { say } from '../words.ts'

export const tlsRefinements: readonly FailureRefinement[] = [
  {
    kinds: ['tls-handshake-failed'],
    facts: { reason: /HANDSHAKE_FAILURE|NO_SHARED_CIPHER|INSUFFICIENT_SECURITY|NO_(COMMON|SUITABLE)_/ },
    fault: 'theirs',
    title: say('There is no cipher in common', 'No hay ningún cifrado en común'),
    advice: say(
      'The diagnosis lists the ciphers of the server; its administrator should enable ECDHE suites. Some servers say the same when they want a client certificate.',
      'El diagnóstico muestra los cifrados del servidor; su administrador debería habilitar los de tipo ECDHE. Algunos servidores dicen lo mismo cuando piden un certificado de cliente.',
    ),
    rfc: 'RFC 8446 §6.2',
    passes: false,
  },
  {
    kinds: ['tls-handshake-failed'],
    facts: { reason: /UNRECOGNIZED_NAME/ },
    fault: 'theirs',
    title: say('The server does not know this name', 'El servidor no conoce este nombre'),
    advice: say(
      'It has no certificate for the name that was asked for: check the host of the profile, or use the name that the provider gives.',
      'No tiene ningún certificado para el nombre pedido: comprobar el servidor del perfil o usar el nombre que indica el proveedor.',
    ),
    rfc: 'RFC 6066 §3',
    passes: false,
  },
  {
    kinds: ['tls-handshake-failed'],
    facts: { reason: /DH_KEY_TOO_SMALL|BAD_DH_P_LENGTH|DH_P_TOO/ },
    fault: 'theirs',
    title: say('The server’s key exchange is too weak', 'El intercambio de claves del servidor es demasiado débil'),
    advice: say(
      'It uses a Diffie-Hellman group that is not safe any more: its administrator should enable ECDHE, or a group of at least 2048 bits.',
      'Usa un grupo Diffie-Hellman que ya no es seguro: su administrador debería habilitar ECDHE o un grupo de al menos 2048 bits.',
    ),
    rfc: 'RFC 9325 §4.5',
    passes: false,
  },
  {
    kinds: ['tls-handshake-failed'],
    facts: { reason: /ALERT_INTERNAL_ERROR/ },
    fault: 'theirs',
    title: say('The server cannot use its own key', 'El servidor no puede usar su propia clave'),
    advice: say(
      'Its administrator must check whether the mail service may read the key file, and whether key and certificate belong together.',
      'Su administrador debe comprobar si el servicio de correo puede leer el archivo de la clave y si clave y certificado se corresponden.',
    ),
    rfc: 'RFC 8446 §6.2',
    passes: false,
  },
  {
    kinds: ['tls-handshake-failed'],
    facts: { reason: /LEGACY_RENEGOTIATION/ },
    fault: 'theirs',
    title: say('The server’s TLS software is very old', 'El programa TLS del servidor es muy antiguo'),
    advice: say(
      'It lacks secure renegotiation, known since 2010: the server needs an update.',
      'Le falta la renegociación segura, conocida desde 2010: el servidor necesita una actualización.',
    ),
    rfc: 'RFC 5746',
    passes: false,
  },
  {
    kinds: ['tls-handshake-failed', 'certificate-invalid'],
    facts: { reason: /INVALID_PURPOSE|KEY_USAGE/ },
    fault: 'theirs',
    title: say('The certificate is not made for a server', 'El certificado no está hecho para un servidor'),
    advice: say(
      'The administrator must have it issued anew with the uses digitalSignature and serverAuth.',
      'El administrador debe emitirlo de nuevo con los usos digitalSignature y serverAuth.',
    ),
    rfc: 'RFC 5280 §4.2.1.12',
    passes: false,
  },
  {
    kinds: ['tls-handshake-failed', 'certificate-invalid'],
    facts: { reason: /MD_TOO_WEAK|digest algorithm|(EE|CA)_KEY_TOO_(SMALL|WEAK)|UNSPECIFIED/i },
    fault: 'theirs',
    title: say('The certificate is too weak', 'El certificado es demasiado débil'),
    advice: say(
      'Its signature (SHA-1) or its key is no longer safe: the administrator must have it issued anew.',
      'Su firma (SHA-1) o su clave ya no es segura: el administrador debe emitirlo de nuevo.',
    ),
    rfc: 'RFC 9155 §2',
    passes: false,
  },
  {
    kinds: ['certificate-untrusted'],
    facts: { reason: /is not trusted by this computer/ },
    fault: 'theirs',
    title: say('An unknown authority vouches for this certificate', 'Avala este certificado una autoridad desconocida'),
    advice: say(
      'If the authority is that of your company or server, add it to the profile. If it names a security program or a proxy that opens TLS, exclude Heloise there.',
      'Si la autoridad es de la empresa o del servidor propio, añadirla al perfil. Si nombra un programa de seguridad o un proxy que abre el TLS, excluir ahí a Heloise.',
    ),
    rfc: 'RFC 8314 §5.3',
    passes: false,
  },
  {
    kinds: ['certificate-untrusted'],
    facts: { reason: /was not sent and is not known here/ },
    fault: 'theirs',
    title: say('A link in the chain of the certificate is missing', 'Falta un eslabón en la cadena del certificado'),
    advice: say(
      'The administrator must install the full chain, with the intermediate certificate. On a private server, add its authority to the profile.',
      'El administrador debe instalar la cadena completa, con el certificado intermedio. En un servidor privado, añadir su autoridad al perfil.',
    ),
    rfc: 'RFC 8446 §4.4.2',
    passes: false,
  },
]
