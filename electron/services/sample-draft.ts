// The mail that waits at first start: one click on Send shows a whole session.
import { formatAddress } from '#shared/address/index.ts'
import type { Draft } from '#shared/values/draft.ts'
import type { Profile } from '#shared/values/profile.ts'
import type { Language } from '#shared/values/settings.ts'
import { newDraft } from './new-draft.ts'

export function sampleDraft(profile: Profile, language: Language): Draft {
  const { subject, hello, lines, end } = words[language]
  return {
    ...newDraft(profile, null),
    to: [formatAddress(profile.sender)],
    subject,
    html: `<p>${hello}</p><ol>${lines.map((line) => `<li><p>${line}</p></li>`).join('')}</ol><p>${end}</p>`,
    text: [
      withoutMarks(hello),
      ...lines.map((line, index) => `${index + 1}. ${withoutMarks(line)}`),
      withoutMarks(end),
    ].join('\n'),
  }
}

const withoutMarks = (line: string) => line.replace(/<[^>]*>/g, '')

const words = {
  en: {
    subject: 'Press Send and watch ✉️',
    hello: 'This mail goes no further than this computer. When <em>Send</em> is pressed:',
    lines: [
      'Heloise connects to its own test server, here on 127.0.0.1.',
      'The two greet each other: <strong>EHLO</strong>, and the server says what it can do.',
      'They switch to encryption with <strong>STARTTLS</strong>, and Heloise logs in.',
      '<strong>MAIL</strong>, <strong>RCPT</strong> and <strong>DATA</strong> carry the envelope and this text; a single dot ends it.',
      'Every line shows in the log below, and the mail waits in <em>Loopback</em>.',
    ],
    end: 'Nothing can go wrong: change whatever you like and send it again.',
  },
  es: {
    subject: 'Pulsar Enviar y mirar ✉️',
    hello: 'Este correo no sale de este equipo. Al pulsar <em>Enviar</em>:',
    lines: [
      'Heloise se conecta a su propio servidor de pruebas, aquí, en 127.0.0.1.',
      'Los dos se saludan: <strong>EHLO</strong>, y el servidor dice lo que sabe hacer.',
      'Pasan a una conexión cifrada con <strong>STARTTLS</strong> y Heloise inicia sesión.',
      '<strong>MAIL</strong>, <strong>RCPT</strong> y <strong>DATA</strong> llevan el sobre y este texto; un punto solo en su línea lo termina.',
      'Cada línea aparece abajo, en el registro, y el correo espera en <em>Loopback</em>.',
    ],
    end: 'Nada puede salir mal: se puede cambiar cualquier cosa y volver a enviarlo.',
  },
} as const satisfies Record<Language, object>
