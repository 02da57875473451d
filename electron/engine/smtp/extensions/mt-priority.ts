// MT-PRIORITY (RFC 6710): how urgent the mail is, from -9 to 9. A server without it is told nothing (§4.3).
import type { Extension } from './extension.ts'

export const mtPriority: Extension = {
  keyword: 'MT-PRIORITY',
  rfc: 'RFC 6710 §3',
  asks: ({ wire }) => wire.priority !== null,
  mail: ({ wire }) => (wire.priority === null ? [] : [`MT-PRIORITY=${wire.priority}`]),
  loss: 'its priority is not told',
}
