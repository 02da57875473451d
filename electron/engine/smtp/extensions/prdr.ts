// PRDR (draft-hall-prdr-00): after the data a reply for each recipient, then one for the whole. For one recipient it says nothing new.
import type { Extension } from './extension.ts'

export const prdr: Extension = {
  keyword: 'PRDR',
  rfc: 'draft-hall-prdr-00 §4',
  // LMTP has replies for each recipient by itself (RFC 2033 §4.2).
  asks: ({ mail, wire }) => mail.envelope.to.length > 1 && wire.protocol === 'smtp',
  mail: () => ['PRDR'],
}
