// The scenarios of the loopback server: their names, and what a session with them will show.
import type { Scenario, ScenarioGroup } from '../../values/scenarios.ts'
import type { Words } from '../../values/settings.ts'
import { say } from '../words.ts'
import { answers } from './answers.ts'
import { encryption } from './encryption.ts'
import { greeting } from './greeting.ts'
import { login } from './login.ts'
import { mail } from './mail.ts'
import { offers } from './offers.ts'
import { recipients } from './recipients.ts'
import type { ScenarioText } from './scenario-text.ts'

export const scenarioGroupTexts: Readonly<Record<ScenarioGroup, Words>> = {
  ordinary: say('Usual', 'Habitual'),
  greeting: say('Greeting', 'Saludo'),
  offers: say('What EHLO offers', 'Lo que ofrece EHLO'),
  encryption: say('Encryption', 'Cifrado'),
  login: say('Login', 'Inicio de sesión'),
  recipients: say('Recipients', 'Destinatarios'),
  mail: say('The mail', 'El correo'),
  answers: say('All answers', 'Todas las respuestas'),
}

export const scenarioTexts: Readonly<Record<Scenario, ScenarioText>> = {
  none: {
    name: say('All is well', 'Todo va bien'),
    happens: say(
      'Every mail is taken and appears in the inbox.',
      'Se acepta todo correo y aparece en la bandeja de entrada.',
    ),
  },
  ...greeting,
  ...offers,
  ...encryption,
  ...login,
  ...recipients,
  ...mail,
  ...answers,
}
