// FUTURERELEASE (RFC 4865): the server keeps the mail for a time, or until a moment.
import { type Extension, notOffered, unusable } from './extension.ts'

export const futureRelease: Extension = {
  keyword: 'FUTURERELEASE',
  rfc: 'RFC 4865 §4',
  asks: ({ wire }) => wire.hold !== null,
  mail: ({ wire: { hold } }) =>
    hold === null ? [] : [hold.kind === 'for' ? `HOLDFOR=${hold.seconds}` : `HOLDUNTIL=${hold.at}`],
  // A server that does not know it would send the mail at once.
  missing: (occasion) => notOffered('FUTURERELEASE', occasion),
  // RFC 4865 §3: the longest time, and the last moment.
  beyond(occasion, [longest = '', last = '']) {
    const { hold } = occasion.wire
    if (hold?.kind === 'for' && /^\d{1,9}$/.test(longest) && hold.seconds > Number(longest))
      return unusable('FUTURERELEASE', occasion, `the server holds no mail longer than ${longest} seconds`)
    if (hold?.kind === 'until' && Date.parse(hold.at) > Date.parse(last))
      return unusable('FUTURERELEASE', occasion, `the server holds no mail beyond ${last}`)
    return null
  },
}
