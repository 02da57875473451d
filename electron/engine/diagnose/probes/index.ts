// What needs connections of its own, in the order in which it is done: gentle ones first.
import type { Probe } from '../probe.ts'
import { encryptionOrderProbe } from './encryption-order.ts'
import { loginRulesProbe } from './login-rules.ts'
import { longLinesProbe } from './long-lines.ts'
import { malformedProbe } from './malformed.ts'
import { mannersProbe } from './manners.ts'
import { ownLoginProbe } from './own-login.ts'
import { injectionProbe } from './plaintext-injection.ts'
import { recipientsProbe } from './recipients.ts'
import { relayProbe } from './relay.ts'
import { robustnessProbe } from './robustness.ts'
import { roundTripProbe } from './round-trip.ts'
import { tlsAttacksProbe } from './tls-attacks.ts'
import { tlsFarewellProbe } from './tls-farewell.ts'
import { tlsScanProbe } from './tls-scan.ts'
import { wrongLoginsProbe } from './wrong-logins.ts'

export const probes: readonly Probe[] = [
  mannersProbe,
  encryptionOrderProbe,
  injectionProbe,
  tlsScanProbe,
  tlsFarewellProbe,
  loginRulesProbe,
  recipientsProbe,
  relayProbe,
  robustnessProbe,
  ownLoginProbe,
  wrongLoginsProbe,
  malformedProbe,
  longLinesProbe,
  roundTripProbe,
  tlsAttacksProbe,
]
