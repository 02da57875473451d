import { words } from '../../ui/words.ts'

/** The letter and its envelope. */
export const envelopeWords = words({
  en: {
    envelope: 'Envelope',
    showEnvelope: 'Show the envelope',
    theLetter: 'The letter: what people read',
    theEnvelope: 'The envelope: what servers read',
    andMore_one: 'and {{count}} more',
    andMore_other: 'and {{count}} more',
    nobody: 'no recipient yet',
    letItDiffer: 'Let the envelope differ from the letter',
    nullSender: 'Empty is the null sender <>, as bounces have it.',
    oneALine: 'One address a line.',
    wrongAddresses: 'Not an address: {{addresses}}',
    differences: 'Differences',
    senderDiffers: 'Bounces go to the sender of the envelope, not to From.',
    getsUnnamed: 'Gets the mail without being named in it: {{addresses}}',
    namedGetsNothing: 'Named in the letter, and gets nothing: {{addresses}}',
    envelopeWhy:
      'SMTP delivers by the <b>envelope</b> alone and never compares it with the letter: Bcc, mailing lists and forwarding need that freedom.',
    envelopeProof:
      'For the same reason anyone can write any sender. <b>SPF</b> checks the envelope’s sender against the sending server, <b>DKIM</b> signs the letter, and <b>DMARC</b> demands that one of them agrees with From.',
  },
  es: {
    envelope: 'Sobre',
    showEnvelope: 'Ver el sobre',
    theLetter: 'La carta: lo que leen las personas',
    theEnvelope: 'El sobre: lo que leen los servidores',
    andMore_one: 'y {{count}} más',
    andMore_other: 'y {{count}} más',
    nobody: 'aún sin destinatario',
    letItDiffer: 'Permitir que el sobre difiera de la carta',
    nullSender: 'Vacío es el remitente nulo <>, como en los avisos de error.',
    oneALine: 'Una dirección por línea.',
    wrongAddresses: 'No es una dirección: {{addresses}}',
    differences: 'Diferencias',
    senderDiffers: 'Los avisos de error van al remitente del sobre, no a De.',
    getsUnnamed: 'Recibe el correo sin figurar en él: {{addresses}}',
    namedGetsNothing: 'Figura en la carta y no recibe nada: {{addresses}}',
    envelopeWhy:
      'SMTP entrega solo según el <b>sobre</b> y nunca lo compara con la carta: Cco, las listas de correo y los reenvíos necesitan esa libertad.',
    envelopeProof:
      'Por lo mismo, cualquiera puede escribir cualquier remitente. <b>SPF</b> contrasta el remitente del sobre con el servidor que envía, <b>DKIM</b> firma la carta y <b>DMARC</b> exige que uno de los dos concuerde con De.',
  },
})
