// Why a port implies its security.
import { type PortPreset, portPresets } from '../values/ports.ts'
import type { Words } from '../values/settings.ts'
import { type Explanation, explain } from './explanation.ts'
import { say } from './words.ts'

const texts: Record<PortPreset['role'], { readonly name: Words; readonly why: Words }> = {
  mx: {
    name: say('Between mail servers', 'Entre servidores de correo'),
    why: say(
      'Port 25 is where mail servers hand mail to each other. They take it for their own domains without a login, and encrypt when both can: STARTTLS if it is offered. Many networks block it for everyone else.',
      'En el puerto 25 los servidores se entregan correo entre sí. Lo aceptan para sus propios dominios sin iniciar sesión y cifran si ambos pueden: STARTTLS si se ofrece. Muchas redes lo bloquean para los demás.',
    ),
  },
  submissions: {
    name: say('Sending, encrypted from the start', 'Envío, cifrado desde el principio'),
    why: say(
      'Port 465 speaks TLS from the first byte (implicit TLS), so nothing can be read or removed on the way. It is the preferred port for sending with a login.',
      'El puerto 465 habla TLS desde el primer byte (TLS implícito), así que nada se puede leer ni quitar por el camino. Es el puerto preferido para enviar iniciando sesión.',
    ),
  },
  submission: {
    name: say('Sending, encrypted by STARTTLS', 'Envío, cifrado con STARTTLS'),
    why: say(
      'Port 587 begins in clear text and turns to TLS by the command STARTTLS. Because a password follows, the profile requires it and stops when it is not offered.',
      'El puerto 587 empieza sin cifrar y pasa a TLS con la orden STARTTLS. Como después va una contraseña, el perfil la exige y se detiene si no se ofrece.',
    ),
  },
  alternative: {
    name: say('Sending, where 587 is blocked', 'Envío, donde el 587 está bloqueado'),
    why: say(
      'Port 2525 is no standard port; some providers open it beside 587 for networks that block the usual ones. It behaves like 587.',
      'El puerto 2525 no es estándar; algunos proveedores lo abren junto al 587 para redes que bloquean los habituales. Se comporta como el 587.',
    ),
  },
}

const other = explain(
  say('Another port', 'Otro puerto'),
  say(
    'No usual mail port, so nothing follows from its number: STARTTLS is required unless the person chooses otherwise.',
    'No es un puerto de correo habitual, así que su número no dice nada: se exige STARTTLS salvo que se elija otra cosa.',
  ),
  null,
)

/** What a port is for and why it has the security that its preset sets. */
export function explainPort(port: number): Explanation {
  const preset = portPresets.find((preset) => preset.port === port)
  return preset === undefined ? other : explain(texts[preset.role].name, texts[preset.role].why, preset.rfc)
}
