import { words } from '../../ui/words.ts'

/** The test of a profile, and what came of it. */
export const testWords = words({
  en: {
    test: 'Test',
    testing: 'Testing {{name}}',
    testWhy: 'Connects, checks TLS and the login, and leaves. Nothing is sent.',
    testOk: 'It works: connected, {{security}}, {{login}}.',
    testTls: 'encrypted with {{version}}',
    testPlain: 'not encrypted',
    testLogin: 'logged in with {{mechanism}}',
    testNoLogin: 'no login',
  },
  es: {
    test: 'Probar',
    testing: 'Probando {{name}}',
    testWhy: 'Se conecta, comprueba TLS y el inicio de sesión, y se despide. No se envía nada.',
    testOk: 'Funciona: conectado, {{security}}, {{login}}.',
    testTls: 'cifrado con {{version}}',
    testPlain: 'sin cifrar',
    testLogin: 'sesión iniciada con {{mechanism}}',
    testNoLogin: 'sin inicio de sesión',
  },
})
