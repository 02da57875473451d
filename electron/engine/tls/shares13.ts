// Shares for servers that want some at once: the two groups that every TLS 1.3 server has (RFC 8446 §9.1) or most have.
import type { KeyShare } from './wire/extensions.ts'
import { standInShare } from './wire/share-keys.ts'

export const shares13 = (): KeyShare[] => [standInShare(x25519), standInShare(secp256r1)]

const x25519 = 29
const secp256r1 = 23
