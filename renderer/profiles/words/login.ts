import { words } from '../../ui/words.ts'

/** The login. */
export const loginWords = words({
  en: {
    login: 'Login',
    needsLogin: 'The server asks for a login',
    user: 'User',
    password: 'Password',
    token: 'Access token',
    passwordKept: 'Kept. Type to replace it.',
    forgetPassword: 'Forget the password',
    mechanism: 'Mechanism',
    automatic: 'Automatic: the strongest one offered',
    allowPlaintext: 'Send the password even when the connection is not encrypted',
    allowPlaintextWhy: 'Anyone on the way can read it. Only for a server on this machine or a test.',
    externalWhy: 'The client certificate below says who we are. The user may be left out.',
    anonymousWhy: 'No proof at all. What stands as user is a trace that the server may keep.',
  },
  es: {
    login: 'Inicio de sesión',
    needsLogin: 'El servidor pide iniciar sesión',
    user: 'Usuario',
    password: 'Contraseña',
    token: 'Token de acceso',
    passwordKept: 'Guardada. Escribir para cambiarla.',
    forgetPassword: 'Olvidar la contraseña',
    mechanism: 'Mecanismo',
    automatic: 'Automático: el más fuerte de los ofrecidos',
    allowPlaintext: 'Enviar la contraseña aunque la conexión no esté cifrada',
    allowPlaintextWhy: 'Cualquiera puede leerla por el camino. Solo para un servidor de este equipo o una prueba.',
    externalWhy: 'El certificado de cliente de más abajo dice quién es. El usuario se puede omitir.',
    anonymousWhy: 'Ninguna prueba. Lo que figure como usuario es un rastro que el servidor puede guardar.',
  },
})
