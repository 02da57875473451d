// The parameters behind MAIL FROM and RCPT TO: what each asks for.
import type { Words } from '../values/settings.ts'
import { formatOctets } from './octets.ts'
import { say } from './words.ts'

type ParameterText = (value: string) => Words

const fixed =
  (words: Words): ParameterText =>
  () =>
    words

const parameterTexts: Readonly<Record<string, ParameterText>> = {
  SIZE: (value) =>
    say(
      `SIZE: the mail is about ${formatOctets(value, 'en')}.`,
      `SIZE: el correo ocupa unos ${formatOctets(value, 'es')}.`,
    ),
  BODY: (value) => bodyTexts[value.toUpperCase()] ?? say(`BODY: the text is ${value}.`, `BODY: el texto es ${value}.`),
  SMTPUTF8: fixed(
    say(
      'SMTPUTF8: addresses or headers hold letters beyond ASCII.',
      'SMTPUTF8: las direcciones o cabeceras tienen letras que no son ASCII.',
    ),
  ),
  AUTH: (value) =>
    value === '<>'
      ? say('AUTH=<>: nobody is vouched for as the author.', 'AUTH=<>: no se responde de ningún autor.')
      : say(`AUTH: ${value} is vouched for as the author.`, `AUTH: se responde de ${value} como autor.`),
  RET: (value) =>
    value.toUpperCase() === 'FULL'
      ? say(
          'RET=FULL: a bounce should return the whole mail.',
          'RET=FULL: una devolución debería incluir el correo entero.',
        )
      : say(
          'RET=HDRS: a bounce should return the headers alone.',
          'RET=HDRS: una devolución debería incluir solo las cabeceras.',
        ),
  ENVID: (value) =>
    say(
      `ENVID: reports about this mail carry the mark ${value}.`,
      `ENVID: los informes sobre este correo llevan la marca ${value}.`,
    ),
  NOTIFY: (value) =>
    value.toUpperCase() === 'NEVER'
      ? say(
          'NOTIFY=NEVER: no report is wanted, not even a bounce.',
          'NOTIFY=NEVER: no se quiere ningún informe, ni siquiera una devolución.',
        )
      : say(`NOTIFY: a report is wanted on ${value}.`, `NOTIFY: se quiere un informe en caso de ${value}.`),
  ORCPT: (value) => say(`ORCPT: the original recipient was ${value}.`, `ORCPT: el destinatario original era ${value}.`),
  BY: (value) => say(`BY: deliver within ${value} (seconds; mode).`, `BY: entregar en ${value} (segundos; modo).`),
  HOLDFOR: (value) => say(`HOLDFOR: send it in ${value} seconds.`, `HOLDFOR: enviarlo dentro de ${value} segundos.`),
  HOLDUNTIL: (value) => say(`HOLDUNTIL: send it at ${value}.`, `HOLDUNTIL: enviarlo el ${value}.`),
  'MT-PRIORITY': (value) =>
    say(`MT-PRIORITY: ${value}, on a scale from -9 to 9.`, `MT-PRIORITY: ${value}, en una escala de -9 a 9.`),
  REQUIRETLS: fixed(
    say(
      'REQUIRETLS: every hop must use verified encryption, or the mail comes back.',
      'REQUIRETLS: cada salto debe usar cifrado verificado o el correo vuelve.',
    ),
  ),
  RRVS: (value) =>
    say(
      `RRVS: deliver only if the mailbox has had one owner since ${value}.`,
      `RRVS: entregar solo si el buzón tiene el mismo dueño desde ${value}.`,
    ),
  SOLICIT: (value) =>
    say(`SOLICIT: the mail declares itself as ${value}.`, `SOLICIT: el correo se declara como ${value}.`),
  MTRK: fixed(
    say(
      'MTRK: the way of this mail can be tracked later.',
      'MTRK: el camino de este correo se podrá consultar después.',
    ),
  ),
  TRANSID: fixed(
    say('TRANSID: an interrupted transfer can be resumed.', 'TRANSID: una entrega interrumpida se puede reanudar.'),
  ),
  SUBMITTER: (value) => say(`SUBMITTER: ${value} handed it in.`, `SUBMITTER: lo entregó ${value}.`),
  PRDR: fixed(
    say(
      'PRDR: after the mail each recipient gets an answer of its own.',
      'PRDR: tras el correo, cada destinatario recibe su propia respuesta.',
    ),
  ),
}

const bodyTexts: Readonly<Record<string, Words>> = {
  '7BIT': say('BODY=7BIT: plain ASCII.', 'BODY=7BIT: solo ASCII.'),
  '8BITMIME': say(
    'BODY=8BITMIME: the text holds 8-bit characters.',
    'BODY=8BITMIME: el texto contiene caracteres de 8 bits.',
  ),
  BINARYMIME: say(
    'BODY=BINARYMIME: any octets, without line ends.',
    'BODY=BINARYMIME: octetos cualesquiera, sin saltos de línea.',
  ),
}

/** One sentence about `KEY=value`, or about a parameter nobody registered. */
export function explainParameter(parameter: string): Words {
  const [key = '', ...value] = parameter.split('=')
  const text = parameterTexts[key.toUpperCase()]
  return text?.(value.join('=')) ?? say(`${key}: a parameter of its own kind.`, `${key}: un parámetro propio.`)
}
