// What `heloise tls` says, in English.

import type { Staple } from '#shared/values/tls-scan.ts'
import type {
  CertificateWish,
  PreferenceOrder,
  ScanOutcome,
  ScanStep,
  ScanTrait,
  SuiteClass,
  SuiteFlag,
  SuiteStrength,
} from '#shared/values/tls-scan-terms.ts'

const steps: Record<ScanStep, string> = {
  versions: 'versions',
  suites: 'suites',
  classes: 'classes of suites',
  groups: 'groups',
  signatures: 'signatures',
  certificates: 'certificates',
  behaviour: 'behaviour',
  completed: 'a whole handshake',
}

const outcomes: Record<ScanOutcome, string> = { yes: 'offered', no: 'no', unclear: 'unclear' }

const strengths: Record<SuiteStrength, string> = { strong: 'strong', fair: 'fair', weak: 'weak', broken: 'broken' }

const orders: Record<PreferenceOrder, string> = {
  server: 'in the server’s order',
  client: 'in our order; the client chooses',
  unclear: 'no order known',
}

const flags: Record<SuiteFlag, string> = {
  null: 'no encryption',
  anonymous: 'no identity',
  export: 'EXPORT',
  des: 'DES',
  rc2: 'RC2',
  rc4: 'RC4',
  md5: 'MD5',
  idea: 'IDEA',
  '3des': '3DES',
  gost89: 'GOST 28147',
  'shared-secret': 'shared secret',
  cbc: 'CBC',
  aead: 'AEAD',
  pfs: 'forward secrecy',
}

const classes: Record<SuiteClass, string> = {
  null: 'no encryption (NULL)',
  anonymous: 'no identity (anonymous)',
  export: 'EXPORT',
  'des-rc2-idea': 'DES, RC2, IDEA',
  rc4: 'RC4',
  '3des': '3DES',
  'static-rsa': 'key exchange by RSA',
  'pfs-cbc': 'forward secrecy, CBC',
  'pfs-aead': 'forward secrecy, AEAD',
}

const wishes: Record<CertificateWish, string> = {
  any: 'any key',
  rsa: 'RSA',
  ecdsa: 'ECDSA',
  'no-name': 'no name',
  'other-name': 'another name',
  'tls1.3-rsa': 'RSA in TLS 1.3',
  'tls1.3-ecdsa': 'ECDSA in TLS 1.3',
}

/** What is said where it is so, and where it is not. */
const traits: Record<ScanTrait, readonly [yes: string, no: string]> = {
  'secure-renegotiation': ['renegotiates securely', 'no secure renegotiation'],
  'extended-master-secret': ['extended master secret', 'no extended master secret'],
  'encrypt-then-mac': ['encrypt-then-MAC for CBC', 'no encrypt-then-MAC for CBC'],
  'session-id': ['gives session ids', 'gives no session ids'],
  'session-ticket': ['gives session tickets', 'gives no session tickets'],
  compression: ['compresses (CRIME)', 'does not compress'],
  heartbeat: ['answers heartbeats', 'no heartbeat'],
  'client-certificate': ['asks for a client certificate', 'asks for no client certificate'],
  'fallback-scsv': ['refuses a needless fallback', 'does not notice a needless fallback'],
  'downgrade-sentinel': ['marks older versions (sentinel)', 'does not mark older versions (sentinel)'],
  'early-data': ['takes early data', 'takes no early data'],
  'tolerates-unknown-extension': ['bears unknown extensions', 'fails at unknown extensions'],
  'tolerates-grease': ['bears GREASE', 'fails at GREASE'],
  'tolerates-newer-version': ['bears versions to come', 'fails at versions to come'],
  'tolerates-large-hello': ['bears a large hello', 'fails at a large hello'],
  'tolerates-split-segments': ['bears a hello in two segments', 'fails at a hello in two segments'],
  'tolerates-split-records': ['bears a hello in several records', 'fails at a hello in several records'],
}

const staples: Record<Staple['status'], string> = {
  good: 'good',
  revoked: 'revoked',
  unknown: 'unknown',
  unreadable: 'unreadable',
}

export const englishTls = {
  plan: (usual: number, most: number) => `About ${usual} connections, never more than ${most}; one at a time.`,
  pause: (seconds: number) => `Waiting ${Math.ceil(seconds)} s, not to press the server.`,
  step: (name: string, connections: number) => `${name} … (${connections} connections so far)`,
  steps,
  outcomes,
  strengths,
  orders,
  flags,
  noForwardSecrecy: 'no forward secrecy',
  classes,
  wishes,
  traits,
  staples,
  titles: {
    versions: 'Versions',
    classes: 'Kinds of suites',
    suites: 'Suites',
    groups: 'Groups',
    signatures: 'Signatures',
    certificates: 'Certificates',
    behaviour: 'Behaviour',
    completed: 'A handshake of this program',
  },
  old: 'too old (RFC 8996)',
  broken: 'broken',
  incomplete: 'not complete',
  yieldsToChacha: 'ChaCha20 first for a client that puts it first',
  unasked: (name: string) => `signs with ${name} without being asked`,
  dh: (bits: number, prime: string | null) => `DHE of ${bits} bits, ${prime ?? 'a prime of its own'}`,
  shownFor: 'asked by',
  names: 'names',
  issuer: 'issuer',
  selfSigned: 'signed by itself',
  valid: 'valid',
  daysLeft: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} left`,
  expired: (days: number) => `expired ${days} ${days === 1 ? 'day' : 'days'} ago`,
  notYet: 'not valid yet',
  sent: (count: number) => `${count} ${count === 1 ? 'certificate' : 'certificates'} sent`,
  staple: 'OCSP answer',
  noStaple: 'no OCSP answer',
  trusted: 'the certificate holds',
  notTrusted: 'the certificate does not hold',
  notCompleted: (reason: string) => `not completed: ${reason}`,
  resumed: 'sessions taken up again',
  notResumed: 'sessions not taken up again',
  good: 'ok',
  note: 'note',
  warning: 'warning',
  total: (connections: number, duration: string) =>
    `${connections} ${connections === 1 ? 'connection' : 'connections'}, ${duration}`,
  notFinished: 'The scan is not complete: the server would take more connections than are allowed.',
  noVersion: 'The server takes none of our hellos.',
  stopped: 'Stopped. What is shown was found until then.',
  endpointWanted: 'host:port, 192.0.2.1:port or [2001:db8::1]:port',
  tryStarttls: 'TLS may begin with STARTTLS here: try --starttls.',
  quickAndFull: '--quick and --full exclude each other.',
}
