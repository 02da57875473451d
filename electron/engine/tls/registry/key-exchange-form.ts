// What the ServerKeyExchange of a suite looks like (RFC 5246 §7.4.3, RFC 8422 §5.4, RFC 4279 §2, RFC 5489 §2).
import type { KeyExchangeForm } from '../wire/key-exchange.ts'
import { suiteOf } from './suites.ts'

/** Null for suites that send none, or one that is nothing to us. */
export function keyExchangeForm(suite: number): KeyExchangeForm | null {
  const { keyExchange, authentication } = suiteOf(suite)
  const by = forms[keyExchange]
  if (by === undefined) return null
  const hasHint = authentication === 'PSK'
  return { by, isSigned: authentication !== 'none' && !hasHint, hasHint }
}

const forms: Readonly<Record<string, KeyExchangeForm['by']>> = { DHE: 'dhe', ECDHE: 'ecdhe' }
