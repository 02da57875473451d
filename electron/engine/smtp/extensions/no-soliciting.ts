// NO-SOLICITING (RFC 3865): the classes of solicitation that the mail belongs to, and those that the server does not want.
import { type Extension, unusable } from './extension.ts'

export const noSoliciting: Extension = {
  keyword: 'NO-SOLICITING',
  rfc: 'RFC 3865 §2.3',
  asks: ({ wire }) => wire.solicit.length > 0,
  mail: ({ wire }) => (wire.solicit.length === 0 ? [] : [`SOLICIT=${wire.solicit.join(',')}`]),
  loss: 'its classes of solicitation are not told',
  beyond(occasion, parameters) {
    const unwanted = new Set(parameters.flatMap((text) => text.toLowerCase().split(',')))
    const found = occasion.wire.solicit.find((name) => unwanted.has(name.toLowerCase()))
    return found === undefined
      ? null
      : unusable('NO-SOLICITING', occasion, `the server takes no mail of the class ${found}`)
  },
}
