import { words } from '../../ui/words.ts'

/** Whether a received mail is believed. */
export const verifyWords = words({
  en: {
    view_verify: 'Verify',
    verify: 'Verify this mail',
    verifying: 'Verifying a mail',
    verifyAsking: 'Asking the DNS…',
    verifyWhy:
      'Whoever receives a mail asks the DNS whether it is from where it says: SPF tells which servers may send for the domain, DKIM whether the signature holds, and DMARC whether one of the two proves the domain in From.',
    verifyAddress: 'Sending server',
    verifyAddressNote: 'Its IP address. SPF is asked only with one: the mail itself came from this computer.',
    verifyAddressFault: 'An IP address, such as 192.0.2.7.',
    verified_pass: 'It is proved that the mail is from {{domain}}.',
    verified_warn: 'Not every proof that the mail is from {{domain}} holds.',
    verified_fail: 'Nothing proves that the mail is from {{domain}}. Whoever gets it may refuse it.',
    verified_indeterminate: 'The DNS answered too little to judge the mail from {{domain}}.',
    verifyOthers_one: 'Beyond this mail, {{count}} thing of the domain should change.',
    verifyOthers_other: 'Beyond this mail, {{count}} things of the domain should change.',
    verifyReport: 'The whole report',
  },
  es: {
    view_verify: 'Verificar',
    verify: 'Verificar este correo',
    verifying: 'Verificando un correo',
    verifyAsking: 'Preguntando al DNS…',
    verifyWhy:
      'Quien recibe un correo pregunta al DNS si viene de donde dice: SPF indica qué servidores pueden enviar por el dominio; DKIM, si la firma es válida; y DMARC, si uno de los dos demuestra el dominio de From.',
    verifyAddress: 'Servidor que envía',
    verifyAddressNote: 'Su dirección IP. Solo con ella se pregunta a SPF: el correo en sí vino de este equipo.',
    verifyAddressFault: 'Una dirección IP, como 192.0.2.7.',
    verified_pass: 'Está demostrado que el correo es de {{domain}}.',
    verified_warn: 'No todas las pruebas de que el correo es de {{domain}} son válidas.',
    verified_fail: 'Nada demuestra que el correo sea de {{domain}}. Quien lo reciba puede rechazarlo.',
    verified_indeterminate: 'El DNS respondió demasiado poco para juzgar el correo de {{domain}}.',
    verifyOthers_one: 'Aparte de este correo, conviene cambiar {{count}} cosa del dominio.',
    verifyOthers_other: 'Aparte de este correo, conviene cambiar {{count}} cosas del dominio.',
    verifyReport: 'El informe completo',
  },
})
