// DELIVERBY (RFC 2852): a time by which the mail must arrive; after it the mail, or a notice, comes back.
import { type Extension, notOffered, unusable } from './extension.ts'

export const deliverBy: Extension = {
  keyword: 'DELIVERBY',
  rfc: 'RFC 2852 §4',
  asks: ({ wire }) => wire.deliverBy !== null,
  mail: ({ wire: { deliverBy: wish } }) =>
    wish === null ? [] : [`BY=${wish.seconds};${wish.mode === 'return' ? 'R' : 'N'}${wish.isTraced ? 'T' : ''}`],
  // Without it a mail that must come back in time would not; a mere notice can be done without.
  missing: (occasion) => (occasion.wire.deliverBy?.mode === 'return' ? notOffered('DELIVERBY', occasion) : null),
  loss: 'nobody is told when it is late',
  // RFC 2852 §3: the server's shortest time, for mails that are to come back.
  beyond(occasion, [shortest = '']) {
    const { deliverBy: wish } = occasion.wire
    const least = /^\d{1,9}$/.test(shortest) ? Number(shortest) : 0
    if (wish === null || wish.mode === 'notify' || wish.seconds >= least) return null
    return unusable('DELIVERBY', occasion, `the server takes no time below ${least} seconds`)
  },
}
