// TLS and the judgement of certificates: apart, since the platform's TLS takes as long to load as all the rest.
export { judgeByDane } from './dane.ts'
export { handshake } from './handshake.ts'
export { shownCertificate } from './secure-context.ts'
