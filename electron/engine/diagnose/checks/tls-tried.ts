// Whether a handshake was tried at all: without one, no question about TLS arises.
import { commandEvidence } from '../evidence.ts'
import type { Observed } from '../observed.ts'
import { isConnected } from '../preconditions.ts'

export const hasTlsTried = (observed: Observed): boolean =>
  (observed.endpoint.security === 'tls' && isConnected(observed)) || commandEvidence(observed, 'STARTTLS').length > 0
