// SASL mechanisms: how each proves who logs in, and how far it can be trusted.
import type { Words } from '../values/settings.ts'
import { type Explanation, explain } from './explanation.ts'
import { say } from './words.ts'

/** `safe`: the secret never travels. `only-inside-tls`: it travels, so it needs TLS. `weak`: broken or no proof at all. */
export type Verdict = 'safe' | 'only-inside-tls' | 'weak' | 'unknown'
export type MechanismText = Explanation & { readonly verdict: Verdict }

export const verdictTexts: Record<Verdict, Words> = {
  safe: say('Safe: the password itself never travels.', 'Seguro: la contraseña en sí nunca viaja.'),
  'only-inside-tls': say(
    'Only inside TLS: the secret itself is sent.',
    'Solo dentro de TLS: se envía el secreto en sí.',
  ),
  weak: say('Weak: do not rely on it.', 'Débil: no conviene fiarse.'),
  unknown: say('Not known: no judgement.', 'Desconocido: sin valoración.'),
}

const mechanism = (verdict: Verdict, title: Words, text: Words, reference: string | null): MechanismText => ({
  ...explain(title, text, reference),
  verdict,
})

const scram = (name: string, hash: string, reference: string | null): MechanismText =>
  mechanism(
    'safe',
    say(name, name),
    say(
      `Both sides prove with ${hash} that they know the password, without sending it.`,
      `Ambas partes demuestran con ${hash} que conocen la contraseña, sin enviarla.`,
    ),
    reference,
  )

const bound = (name: string, hash: string, reference: string | null): MechanismText =>
  mechanism(
    'safe',
    say(name, name),
    say(
      `As SCRAM with ${hash}, and tied to this very TLS connection, so that nobody in between can pass it on.`,
      `Como SCRAM con ${hash}, y ligado a esta misma conexión TLS, para que nadie intermedio pueda reutilizarlo.`,
    ),
    reference,
  )

export const mechanismTexts: Readonly<Record<string, MechanismText>> = {
  PLAIN: mechanism(
    'only-inside-tls',
    say('PLAIN', 'PLAIN'),
    say(
      'User and password in one message, base64-coded but not encrypted.',
      'Usuario y contraseña en un mensaje, codificados en base64 pero sin cifrar.',
    ),
    'RFC 4616 §2',
  ),
  LOGIN: mechanism(
    'only-inside-tls',
    say('LOGIN', 'LOGIN'),
    say(
      'The server asks for user and password one after the other. Older than PLAIN, never standardised, equally readable without TLS.',
      'El servidor pide usuario y contraseña uno tras otro. Más antiguo que PLAIN, nunca normalizado e igual de legible sin TLS.',
    ),
    null,
  ),
  'CRAM-MD5': mechanism(
    'weak',
    say('CRAM-MD5', 'CRAM-MD5'),
    say(
      'The password is mixed with a challenge by MD5. It does not travel, but can be guessed from a recording, and the server must keep it readable.',
      'La contraseña se mezcla con un reto mediante MD5. No viaja, pero se puede adivinar a partir de una grabación, y el servidor debe guardarla legible.',
    ),
    'RFC 2195 §2',
  ),
  'DIGEST-MD5': mechanism(
    'weak',
    say('DIGEST-MD5', 'DIGEST-MD5'),
    say(
      'A challenge by MD5, moved to historic for its many flaws.',
      'Un reto mediante MD5, declarado histórico por sus muchos defectos.',
    ),
    'RFC 6331 §1',
  ),
  'SCRAM-SHA-1': scram('SCRAM-SHA-1', 'SHA-1', 'RFC 5802 §3'),
  'SCRAM-SHA-1-PLUS': bound('SCRAM-SHA-1-PLUS', 'SHA-1', 'RFC 5802 §6'),
  'SCRAM-SHA-256': scram('SCRAM-SHA-256', 'SHA-256', 'RFC 7677 §3'),
  'SCRAM-SHA-256-PLUS': bound('SCRAM-SHA-256-PLUS', 'SHA-256', 'RFC 7677 §3'),
  'SCRAM-SHA-512': scram('SCRAM-SHA-512', 'SHA-512', null),
  'SCRAM-SHA-512-PLUS': bound('SCRAM-SHA-512-PLUS', 'SHA-512', null),
  XOAUTH2: mechanism(
    'only-inside-tls',
    say('XOAUTH2', 'XOAUTH2'),
    say(
      'A short-lived token of OAuth 2.0 instead of a password; Google and Microsoft use it. Whoever reads the token can use it.',
      'Un testigo temporal de OAuth 2.0 en lugar de una contraseña; lo usan Google y Microsoft. Quien lea el testigo puede usarlo.',
    ),
    null,
  ),
  OAUTHBEARER: mechanism(
    'only-inside-tls',
    say('OAUTHBEARER', 'OAUTHBEARER'),
    say(
      'The standard form of logging in with an OAuth 2.0 token.',
      'La forma normalizada de iniciar sesión con un testigo de OAuth 2.0.',
    ),
    'RFC 7628 §3',
  ),
  EXTERNAL: mechanism(
    'safe',
    say('EXTERNAL', 'EXTERNAL'),
    say(
      'Something else has proved who we are, usually a client certificate in TLS.',
      'Otra cosa ya demostró la identidad, normalmente un certificado de cliente en TLS.',
    ),
    'RFC 4422 App. A',
  ),
  ANONYMOUS: mechanism(
    'weak',
    say('ANONYMOUS', 'ANONYMOUS'),
    say('No proof at all: anyone may come in.', 'Ninguna prueba: puede entrar cualquiera.'),
    'RFC 4505 §2',
  ),
  NTLM: mechanism(
    'weak',
    say('NTLM', 'NTLM'),
    say(
      'The old challenge of Windows networks; it can be guessed and passed on.',
      'El antiguo reto de las redes Windows; se puede adivinar y reutilizar.',
    ),
    null,
  ),
  GSSAPI: mechanism(
    'safe',
    say('GSSAPI', 'GSSAPI'),
    say(
      'Kerberos: needs an account and a ticket of the domain.',
      'Kerberos: necesita una cuenta y un tique del dominio.',
    ),
    'RFC 4752 §3',
  ),
  'GSS-SPNEGO': mechanism(
    'unknown',
    say('GSS-SPNEGO', 'GSS-SPNEGO'),
    say(
      'Windows agrees on Kerberos or NTLM by itself; needs an account of the domain.',
      'Windows acuerda por sí mismo Kerberos o NTLM; necesita una cuenta del dominio.',
    ),
    'RFC 4178',
  ),
  OTP: mechanism(
    'safe',
    say('OTP', 'OTP'),
    say('A password that is good for one login only.', 'Una contraseña que sirve para un solo inicio de sesión.'),
    'RFC 2444',
  ),
}

const unknown = (name: string): MechanismText =>
  mechanism(
    'unknown',
    say(name, name),
    say('A mechanism that Heloise does not know.', 'Un método que Heloise no conoce.'),
    null,
  )

/** What is known of a mechanism, whatever its case. */
export const explainMechanism = (name: string): MechanismText => mechanismTexts[name.toUpperCase()] ?? unknown(name)
