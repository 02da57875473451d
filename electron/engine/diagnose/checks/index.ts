// The catalogue: every check there is, in the order in which a person would ask.
import type { SessionCheck } from '../check.ts'
import type { DomainCheck } from '../domain.ts'
import { certificateBegun } from './certificate-begun.ts'
import { certificateExpiry } from './certificate-expiry.ts'
import { certificateKey } from './certificate-key.ts'
import { certificateName } from './certificate-name.ts'
import { chainComplete } from './chain-complete.ts'
import { chainTrusted } from './chain-trusted.ts'
import { contradictions } from './contradictions.ts'
import { ehloAccepted } from './ehlo-accepted.ts'
import { enhancedCodesUsed } from './enhanced-codes-used.ts'
import { failureClass } from './failure-class.ts'
import { greetingCode } from './greeting-code.ts'
import { greetingDelay } from './greeting-delay.ts'
import { greetingGrammar } from './greeting-grammar.ts'
import { heloFallback } from './helo-fallback.ts'
import { implicitTls } from './implicit-tls.ts'
import { keywordGrammar } from './keyword-grammar.ts'
import { legacyMechanisms } from './legacy-mechanisms.ts'
import { localExtensions } from './local-extensions.ts'
import { mechanismsAfterTls } from './mechanisms-after-tls.ts'
import { mechanismsBeforeTls } from './mechanisms-before-tls.ts'
import { mxPresent } from './mx-present.ts'
import { nullMx } from './null-mx.ts'
import { obsoleteVerbs } from './obsolete-verbs.ts'
import { offersAfterTls } from './offers-after-tls.ts'
import { portOpen } from './port-open.ts'
import { replyHygiene } from './reply-hygiene.ts'
import { replyInjection } from './reply-injection.ts'
import { requireTlsEarly } from './require-tls-early.ts'
import { rewrittenSession } from './rewritten-session.ts'
import { sizeLimit } from './size-limit.ts'
import { starttlsAgain } from './starttls-again.ts'
import { starttlsOffered } from './starttls-offered.ts'
import { starttlsWorks } from './starttls-works.ts'
import { statedLimits } from './stated-limits.ts'
import { timedPhases } from './timed-phases.ts'
import { tls12 } from './tls-1-2.ts'
import { tls13 } from './tls-1-3.ts'
import { unknownKeywords } from './unknown-keywords.ts'
import { usefulExtensions } from './useful-extensions.ts'
import { versionShown } from './version-shown.ts'
import { wrongService } from './wrong-service.ts'

/** Asked of DNS alone. */
export const domainChecks: readonly DomainCheck[] = [mxPresent, nullMx]

/** Asked of one polite session. */
export const sessionChecks: readonly SessionCheck[] = [
  portOpen,
  failureClass,
  wrongService,
  greetingCode,
  greetingDelay,
  rewrittenSession,
  greetingGrammar,
  ehloAccepted,
  heloFallback,
  keywordGrammar,
  contradictions,
  unknownKeywords,
  localExtensions,
  starttlsOffered,
  starttlsWorks,
  replyInjection,
  implicitTls,
  tls13,
  tls12,
  chainComplete,
  chainTrusted,
  certificateName,
  certificateExpiry,
  certificateBegun,
  certificateKey,
  sizeLimit,
  usefulExtensions,
  offersAfterTls,
  starttlsAgain,
  requireTlsEarly,
  statedLimits,
  replyHygiene,
  enhancedCodesUsed,
  versionShown,
  obsoleteVerbs,
  mechanismsBeforeTls,
  mechanismsAfterTls,
  legacyMechanisms,
  ...timedPhases,
]

/** What is asked of a usual port that turned out to be closed: nothing was expected there, so nothing was missed. */
export const closedPortChecks: readonly SessionCheck[] = [portOpen, failureClass]
