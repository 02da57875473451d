// What Exchange Online and Outlook.com mean by their refusals of a login.
import type { ReplyCause } from '../../reply-cause.ts'
import { say } from '../../words.ts'

export const microsoftLoginCauses: readonly ReplyCause[] = [
  {
    id: 'microsoft-smtp-auth-off-tenant',
    when: [{ providers: ['microsoft'], code: /^535$/, text: /SmtpClientAuthentication is disabled for the Tenant/i }],
    fault: 'theirs',
    title: say(
      'Microsoft 365 has logins by SMTP switched off for the organization',
      'Microsoft 365 tiene desactivado el inicio de sesión SMTP en la organización',
    ),
    advice: say(
      'The administrator can enable “Authenticated SMTP” for this mailbox; that counts more than the setting of the organization. Or log in with OAuth.',
      'El administrador puede activar «SMTP autenticado» para este buzón: cuenta más que el ajuste de la organización. O iniciar sesión con OAuth.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'microsoft-smtp-auth-off-mailbox',
    when: [{ providers: ['microsoft'], code: /^535$/, text: /SmtpClientAuthentication is disabled for the Mailbox/i }],
    fault: 'theirs',
    title: say(
      'Microsoft 365 has logins by SMTP switched off for this mailbox',
      'Microsoft 365 tiene desactivado el inicio de sesión SMTP en este buzón',
    ),
    advice: say(
      'The administrator can enable “Authenticated SMTP” among the mail apps of this user.',
      'El administrador puede activar «SMTP autenticado» en las aplicaciones de correo de este usuario.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'microsoft-security-defaults',
    when: [
      {
        providers: ['microsoft'],
        code: /^535$/,
        text: /security defaults|did not meet the criteria|conditional access|locked by your organization/i,
      },
    ],
    fault: 'theirs',
    title: say(
      'The security rules of the organization block this login',
      'Las reglas de seguridad de la organización bloquean este inicio de sesión',
    ),
    advice: say(
      'Security defaults or conditional access forbid passwords: log in with OAuth, or ask the administrator for an exception.',
      'Los valores predeterminados de seguridad o el acceso condicional prohíben las contraseñas: iniciar sesión con OAuth o pedir una excepción al administrador.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'microsoft-password-retired',
    when: [
      { providers: ['microsoft'], enhanced: /^[45]\.7\.30$/ },
      {
        providers: ['microsoft'],
        code: /^535$/,
        enhanced: /^5\.7\.139$/,
        text: /basic authentication is (disabled|not supported)/i,
      },
    ],
    fault: 'theirs',
    title: say('Microsoft takes no passwords here any more', 'Microsoft ya no acepta contraseñas aquí'),
    advice: say(
      'Basic authentication is retired: set the login of the profile to OAuth.',
      'La autenticación básica se ha retirado: cambiar el inicio de sesión del perfil a OAuth.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'microsoft-password',
    when: [
      { providers: ['microsoft'], code: /^535$/, enhanced: /^5\.7\.3$/ },
      {
        providers: ['microsoft'],
        code: /^535$/,
        enhanced: /^5\.7\.139$/,
        unless:
          /SmtpClientAuthentication|security defaults|did not meet the criteria|conditional access|locked by|basic authentication/i,
      },
    ],
    fault: 'ours',
    title: say('Microsoft does not take this login', 'Microsoft no acepta este inicio de sesión'),
    advice: say(
      'The user is the whole mail address. If the password is right, this way of logging in is blocked: use an app password or OAuth.',
      'El usuario es la dirección completa. Si la contraseña es correcta, este modo de entrar está bloqueado: usar una contraseña de aplicación u OAuth.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
]
