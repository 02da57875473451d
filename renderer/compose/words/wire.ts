import { words } from '../../ui/words.ts'

/** What is done otherwise on the wire with the mail; the options themselves are in renderer/wire. */
export const wireWords = words({
  en: {
    wire: 'On the wire',
    showWire: 'Show what is done otherwise on the wire',
    wireSource: 'Whose options hold',
    wireOfProfile: 'As the profile does',
    wireOfMail: 'For this mail alone',
    wireFollows: 'Changes here hold for this mail alone.',
    wireInProfile: 'Change the profile',
    wireFault: 'On the wire, “{{field}}” cannot be sent like this.',
    wireChanges: 'What changed on the wire',
  },
  es: {
    wire: 'En el cable',
    showWire: 'Ver qué se hace de otro modo en el cable',
    wireSource: 'Qué opciones valen',
    wireOfProfile: 'Como el perfil',
    wireOfMail: 'Solo este correo',
    wireFollows: 'Los cambios de aquí valen solo para este correo.',
    wireInProfile: 'Cambiar el perfil',
    wireFault: 'En el cable, «{{field}}» no se puede enviar así.',
    wireChanges: 'Qué cambió en el cable',
  },
})
