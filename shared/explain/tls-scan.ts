// The terms of a TLS scan in words, for the window, the command line and reports alike.

import type { Language, Words } from '../values/settings.ts'
import type { Staple, Trait } from '../values/tls-scan.ts'
import type {
  CertificateWish,
  PreferenceOrder,
  ScanOutcome,
  ScanTrait,
  SuiteClass,
  SuiteFlag,
  SuiteStrength,
} from '../values/tls-scan-terms.ts'
import { say } from './words.ts'

type Terms = {
  readonly outcomes: Readonly<Record<ScanOutcome, Words>>
  readonly strengths: Readonly<Record<SuiteStrength, Words>>
  readonly orders: Readonly<Record<PreferenceOrder, Words>>
  readonly flags: Readonly<Record<SuiteFlag, Words>>
  readonly classes: Readonly<Record<SuiteClass, Words>>
  readonly wishes: Readonly<Record<CertificateWish, Words>>
  readonly staples: Readonly<Record<Staple['status'], Words>>
}

export const tlsTerms: Terms = {
  outcomes: {
    yes: say('offered', 'la ofrece'),
    no: say('no', 'no'),
    unclear: say('unclear', 'dudoso'),
  },
  strengths: {
    strong: say('strong', 'fuerte'),
    fair: say('fair', 'pasable'),
    weak: say('weak', 'débil'),
    broken: say('broken', 'roto'),
  },
  orders: {
    server: say('in the server’s order', 'en el orden del servidor'),
    client: say('in our order; the client chooses', 'en nuestro orden; elige el cliente'),
    unclear: say('no order known', 'sin orden conocido'),
  },
  flags: {
    null: say('no encryption', 'sin cifrar'),
    anonymous: say('no identity', 'sin identidad'),
    export: say('EXPORT', 'EXPORT'),
    des: say('DES', 'DES'),
    rc2: say('RC2', 'RC2'),
    rc4: say('RC4', 'RC4'),
    md5: say('MD5', 'MD5'),
    idea: say('IDEA', 'IDEA'),
    '3des': say('3DES', '3DES'),
    gost89: say('GOST 28147', 'GOST 28147'),
    'shared-secret': say('shared secret', 'secreto compartido'),
    cbc: say('CBC', 'CBC'),
    aead: say('AEAD', 'AEAD'),
    pfs: say('forward secrecy', 'secreto futuro'),
  },
  classes: {
    null: say('no encryption (NULL)', 'sin cifrar (NULL)'),
    anonymous: say('no identity (anonymous)', 'sin identidad (anónimos)'),
    export: say('EXPORT', 'EXPORT'),
    'des-rc2-idea': say('DES, RC2, IDEA', 'DES, RC2, IDEA'),
    rc4: say('RC4', 'RC4'),
    '3des': say('3DES', '3DES'),
    'static-rsa': say('key exchange by RSA', 'intercambio de claves por RSA'),
    'pfs-cbc': say('forward secrecy, CBC', 'secreto futuro, CBC'),
    'pfs-aead': say('forward secrecy, AEAD', 'secreto futuro, AEAD'),
  },
  wishes: {
    any: say('any key', 'cualquier clave'),
    rsa: say('RSA', 'RSA'),
    ecdsa: say('ECDSA', 'ECDSA'),
    'no-name': say('no name', 'ningún nombre'),
    'other-name': say('another name', 'otro nombre'),
    'tls1.3-rsa': say('RSA in TLS 1.3', 'RSA en TLS 1.3'),
    'tls1.3-ecdsa': say('ECDSA in TLS 1.3', 'ECDSA en TLS 1.3'),
  },
  staples: {
    good: say('good', 'válido'),
    revoked: say('revoked', 'revocado'),
    unknown: say('unknown', 'desconocido'),
    unreadable: say('unreadable', 'ilegible'),
  },
}

/** What is said where it is so, and where it is not. */
export const traitWords: Readonly<Record<ScanTrait, readonly [yes: Words, no: Words]>> = {
  'secure-renegotiation': [
    say('renegotiates securely', 'renegocia de forma segura'),
    say('no secure renegotiation', 'sin renegociación segura'),
  ],
  'extended-master-secret': [
    say('extended master secret', 'extended master secret'),
    say('no extended master secret', 'sin extended master secret'),
  ],
  'encrypt-then-mac': [
    say('encrypt-then-MAC for CBC', 'encrypt-then-MAC con CBC'),
    say('no encrypt-then-MAC for CBC', 'sin encrypt-then-MAC con CBC'),
  ],
  'session-id': [
    say('gives session ids', 'da identificadores de sesión'),
    say('gives no session ids', 'no da identificadores de sesión'),
  ],
  'session-ticket': [
    say('gives session tickets', 'da tiques de sesión'),
    say('gives no session tickets', 'no da tiques de sesión'),
  ],
  compression: [say('compresses (CRIME)', 'comprime (CRIME)'), say('does not compress', 'no comprime')],
  heartbeat: [say('answers heartbeats', 'responde a heartbeat'), say('no heartbeat', 'sin heartbeat')],
  'client-certificate': [
    say('asks for a client certificate', 'pide un certificado de cliente'),
    say('asks for no client certificate', 'no pide certificado de cliente'),
  ],
  'fallback-scsv': [
    say('refuses a needless fallback', 'rechaza bajar de versión sin motivo'),
    say('does not notice a needless fallback', 'no advierte que se baja de versión sin motivo'),
  ],
  'downgrade-sentinel': [
    say('marks older versions (sentinel)', 'marca las versiones antiguas'),
    say('does not mark older versions (sentinel)', 'no marca las versiones antiguas'),
  ],
  'early-data': [
    say('takes early data', 'acepta datos anticipados'),
    say('takes no early data', 'no acepta datos anticipados'),
  ],
  'foreign-ticket': [
    say('takes tickets under another name', 'acepta tiques con otro nombre'),
    say('takes no tickets under another name', 'no acepta tiques con otro nombre'),
  ],
  'tolerates-unknown-extension': [
    say('bears unknown extensions', 'admite extensiones desconocidas'),
    say('fails at unknown extensions', 'falla con extensiones desconocidas'),
  ],
  'tolerates-grease': [say('bears GREASE', 'admite GREASE'), say('fails at GREASE', 'falla con GREASE')],
  'tolerates-newer-version': [
    say('bears versions to come', 'admite versiones futuras'),
    say('fails at versions to come', 'falla con versiones futuras'),
  ],
  'tolerates-large-hello': [
    say('bears a large hello', 'admite un saludo largo'),
    say('fails at a large hello', 'falla con un saludo largo'),
  ],
  'tolerates-split-segments': [
    say('bears a hello in two segments', 'admite un saludo en dos segmentos'),
    say('fails at a hello in two segments', 'falla con un saludo en dos segmentos'),
  ],
  'tolerates-split-records': [
    say('bears a hello in several records', 'admite un saludo en varios registros'),
    say('fails at a hello in several records', 'falla con un saludo en varios registros'),
  ],
}

export type TraitMark = 'good' | 'note' | 'warning' | 'unclear'

/** Whether a server should do what it does. */
export function traitMark({ trait, outcome }: Pick<Trait, 'trait' | 'outcome'>): TraitMark {
  if (outcome === 'unclear') return 'unclear'
  if (neutral.has(trait)) return 'note'
  return (outcome === 'yes') === !unwanted.has(trait) ? 'good' : 'warning'
}

const neutral: ReadonlySet<ScanTrait> = new Set([
  'session-id',
  'session-ticket',
  'client-certificate',
  'foreign-ticket',
])
const unwanted: ReadonlySet<ScanTrait> = new Set(['compression', 'heartbeat', 'early-data'])

/** The terms in one language. */
export const tlsTermsIn = (language: Language) => ({
  outcomes: spoken(tlsTerms.outcomes, language),
  strengths: spoken(tlsTerms.strengths, language),
  orders: spoken(tlsTerms.orders, language),
  flags: spoken(tlsTerms.flags, language),
  classes: spoken(tlsTerms.classes, language),
  wishes: spoken(tlsTerms.wishes, language),
  staples: spoken(tlsTerms.staples, language),
})

const spoken = <Term extends string>(terms: Readonly<Record<Term, Words>>, language: Language) =>
  Object.fromEntries(Object.entries<Words>(terms).map(([term, words]) => [term, words[language]])) as Record<
    Term,
    string
  >
