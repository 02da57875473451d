// EHL-21: what the server tells of its software.
import { say } from '#shared/explain/words.ts'
import { info, pass, type SessionCheck, warn } from '../check.ts'
import { greetingEvidence } from '../evidence.ts'

const product =
  /\b(Postfix|Exim|OpenSMTPD|Sendmail|Dovecot|Microsoft ESMTP MAIL Service|Haraka|qmail|CommuniGate|Zimbra|hMailServer|MDaemon|Exchange)\b/i
const version = /\b\d+\.\d+(\.\d+)*\b/

export const versionShown: SessionCheck = {
  id: 'EHL-21',
  name: say('What the greeting tells of the software', 'Qué cuenta el saludo del programa'),
  severity: 'info',
  reference: 'RFC 5321 §7.5',
  judge(observed) {
    const { greeting } = observed
    if (greeting === null) return null
    const evidence = greetingEvidence(observed)
    const name = product.exec(greeting)?.[0]
    const words = greeting
      .replace(/\[[^\]]*\]/g, '')
      .split(/\s+/)
      .slice(2)
      .join(' ')
    const number = version.exec(words)?.[0]
    if (name === undefined && number === undefined) return pass(say('It tells nothing.', 'No cuenta nada.'), evidence)
    const told = [name, number].filter((part) => part !== undefined).join(' ')
    const summary = say(`It tells: ${told}.`, `Cuenta: ${told}.`)
    return number === undefined
      ? info(summary, null, evidence)
      : warn(summary, say('The version can be left out.', 'La versión se puede omitir.'), evidence)
  },
}
