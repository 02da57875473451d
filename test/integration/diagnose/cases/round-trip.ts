// Mails to an address of one's own: a server that damages them in one way each.
import type { Faults } from '../../../fakes/faulty-server.ts'
import type { FaultCase } from './fault-case.ts'

const but = (pattern: RegExp, answer: string): Faults => ({
  answer: ({ text }) => (pattern.test(text) ? answer : undefined),
})
const whole = (mail: string) => mail
/** A relay that mends line ends, as RFC 5321 §2.3.8 wants them. */
const mended = (mail: string) => mail.replace(/\r\n|\r|\n/g, '\r\n').replaceAll('\0', '')
const undotted = (mail: string) => mail.replace(/\r\n\.(?=\.)/g, '\r\n')
const stripped = (mail: string) => mail.replace(/[\x80-\xff]/g, '?')
const accents = 'ñandú, œuvre, Straße'
const recoded = (mail: string) =>
  mail
    .replace('Content-Transfer-Encoding: 8bit', 'Content-Transfer-Encoding: base64')
    .replace(Buffer.from(accents).toString('latin1'), Buffer.from(accents).toString('base64'))
const quoted = (mail: string) =>
  mail
    .replace('Content-Transfer-Encoding: 8bit', 'Content-Transfer-Encoding: quoted-printable')
    .replace(/[\x80-\xff]/g, (octet) => `=${octet.charCodeAt(0).toString(16).toUpperCase()}`)
/** As Postfix does. */
const wrappedAt = (octets: number) => (mail: string) => mail.replace(new RegExp(`.{${octets}}(?=.)`, 'g'), '$&\r\n ')
const packed = (mail: string) =>
  mail
    .replace('Content-Transfer-Encoding: 8bit', 'Content-Transfer-Encoding: base64')
    .replace(/^.{999,}$/m, (line) => Buffer.from(line).toString('base64').replace(/.{76}/g, '$&\r\n'))
/** By its many lines. */
const refusingLarge: NonNullable<Faults['answer']> = ({ text, before }) =>
  text === '.' && before.length > 1000 ? '552 5.3.4 Too large' : undefined
const to = (passesOn: (mail: string) => string | null) => ({ isMx: true, passesOn }) as const
const isMx = { isMx: true } as const
const lost = () => null

export const roundTripCases: readonly FaultCase[] = [
  ['REL-02', 'refuses the recipient', but(/^RCPT/, '554 5.7.1 Relay access denied'), 'pass', isMx],
  ['REL-02', 'refuses only the mail', but(/^\.$/, '554 5.7.1 No'), 'warn', isMx],
  ['REL-02', 'takes it, and nobody sees it arrive', {}, 'warn', to(lost)],
  ['REL-02', 'passes it on', {}, 'fail', to(whole)],
  ['REL-02', 'says nothing', but(/^RCPT/, '421 4.7.0 Too much'), 'indeterminate', isMx],
  ['PERF-16', 'takes a large mail', {}, 'pass', isMx],
  ['PERF-16', 'refuses a large mail', { answer: refusingLarge }, 'indeterminate', isMx],
  ['PERF-16', 'wants no large mail', { offers: () => ['SIZE 100000'] }, undefined, isMx],
  ['ROB-05', 'keeps long lines', {}, 'pass', to(whole)],
  ['ROB-05', 'keeps what is allowed, and wraps what is longer', {}, 'warn', to(wrappedAt(998))],
  ['ROB-05', 'wraps what is allowed', {}, 'fail', to(wrappedAt(900))],
  ['ROB-05', 'writes long lines in base64', {}, 'warn', to(packed)],
  ['ROB-05', 'cuts long lines off', {}, 'fail', to((mail) => mail.replace(/^(.{998}).*$/gm, '$1'))],
  ['ROB-05', 'takes them, and they do not arrive', {}, 'indeterminate', to(lost)],
  ['ROB-05', 'takes no mail for there', but(/^RCPT/, '554 5.7.1 Relay access denied'), 'indeterminate', to(whole)],
  ['ROB-06', 'keeps dots', {}, 'pass', to(whole)],
  ['ROB-06', 'takes dots away', {}, 'fail', to(undotted)],
  ['ROB-06', 'keeps the mail to itself', {}, 'indeterminate', to(lost)],
  ['ROB-06', 'is not watched', {}, 'indeterminate', isMx],
  ['ROB-06', 'refuses the recipient', but(/^RCPT/, '550 5.1.1 Nobody'), 'indeterminate', to(whole)],
  ['ROB-08', 'mends line ends', {}, 'pass', to(mended)],
  ['ROB-08', 'lets false ends through', {}, 'fail', to(whole)],
  ['ROB-08', 'refuses them', but(/end[\r\n\0]/, '554 5.6.0 Bare line ends'), 'pass', to(mended)],
  ['ROB-08', 'is not watched', {}, 'indeterminate', isMx],
  ['ROB-10', 'keeps accents', {}, 'pass', to(whole)],
  ['ROB-10', 'writes them in base64', {}, 'warn', to(recoded)],
  ['ROB-10', 'writes them in quoted-printable', {}, 'warn', to(quoted)],
  ['ROB-10', 'takes the eighth bit away', {}, 'fail', to(stripped)],
  ['ROB-10', 'is not watched', {}, 'indeterminate', isMx],
]
