import { words } from '../../ui/words.ts'

/** What is worth a second look before sending. */
export const warningWords = words({
  en: {
    warnings: 'Worth a second look',
    'warn-no-subject': 'There is no subject.',
    'warn-no-text': 'There is no text.',
    'warn-attachment-forgotten': 'The text says “{{phrase}}”, and nothing is attached.',
    'warn-bcc-shown': '{{address}} is in Bcc and also in To or Cc, where everyone sees it.',
    'warn-bcc-in-source': 'The source has a Bcc header: everyone would see it.',
    'warn-from-differs': 'From is not the address of the profile, {{account}}.',
    'warn-null-sender': 'The envelope has no sender: nobody hears of a bounce.',
    'warn-envelope-sender-differs': 'Bounces go to {{address}}, the sender of the envelope.',
    'warn-not-sent-to': 'Named in the mail, and not sent to: {{addresses}}.',
    'warn-hidden-recipients': 'Sent to without being named: {{addresses}}.',
    'warn-header-missing': 'The source has no {{name}} header.',
    'warn-line-too-long': 'Line {{line}} has {{octets}} octets; a server need not take more than 998.',
  },
  es: {
    warnings: 'Merece una segunda mirada',
    'warn-no-subject': 'No hay asunto.',
    'warn-no-text': 'No hay texto.',
    'warn-attachment-forgotten': 'El texto dice «{{phrase}}» y no hay nada adjunto.',
    'warn-bcc-shown': '{{address}} está en Cco y también en Para o Cc, a la vista de todos.',
    'warn-bcc-in-source': 'El código fuente tiene una cabecera Bcc: todos la verían.',
    'warn-from-differs': 'De no es la dirección del perfil, {{account}}.',
    'warn-null-sender': 'El sobre no tiene remitente: nadie se enterará de una devolución.',
    'warn-envelope-sender-differs': 'Los avisos de error van a {{address}}, el remitente del sobre.',
    'warn-not-sent-to': 'Figura en el correo y no se le envía: {{addresses}}.',
    'warn-hidden-recipients': 'Se envía sin que figure en el correo: {{addresses}}.',
    'warn-header-missing': 'El código fuente no tiene cabecera {{name}}.',
    'warn-line-too-long':
      'La línea {{line}} tiene {{octets}} octetos; un servidor no tiene por qué admitir más de 998.',
  },
})
