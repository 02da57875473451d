import { words } from '../../ui/words.ts'

/** The list of the profiles, and what can be done with one. */
export const listWords = words({
  en: {
    title: 'Servers',
    add: 'New profile',
    list: 'Profiles',
    empty: 'No profile yet. A profile is a server you send through, and how to reach it.',
    unnamed: 'New profile',
    removeAsk: 'Remove “{{name}}” and its password?',
    checkedOk: 'Worked at the last check, {{when}}',
    checkedFailed: 'Failed at the last check, {{when}}: {{summary}}',
    unchecked: 'Not checked yet',
    diagnose: 'Diagnose',
    loopbackProfile:
      'This profile belongs to the loopback server. Its port, login and authority follow that server by themselves.',
    unsaved: 'Not saved yet',
    discard: 'Discard changes',
  },
  es: {
    title: 'Servidores',
    add: 'Perfil nuevo',
    list: 'Perfiles',
    empty: 'Todavía no hay ningún perfil. Un perfil es un servidor por el que se envía y la forma de llegar a él.',
    unnamed: 'Perfil nuevo',
    removeAsk: '¿Eliminar «{{name}}» y su contraseña?',
    checkedOk: 'Funcionó en la última prueba, {{when}}',
    checkedFailed: 'Falló en la última prueba, {{when}}: {{summary}}',
    unchecked: 'Sin probar todavía',
    diagnose: 'Diagnosticar',
    loopbackProfile:
      'Este perfil es del servidor de loopback. Su puerto, su acceso y su autoridad siguen solos a ese servidor.',
    unsaved: 'Sin guardar',
    discard: 'Descartar los cambios',
  },
})
