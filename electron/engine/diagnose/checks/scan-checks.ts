// What is judged by a scan of TLS, in the order of the catalogue.
import { aeadSuites } from './aead-suites.ts'
import { anonymousSuites } from './anonymous-suites.ts'
import { bothCertificates } from './both-certificates.ts'
import { certificateHash } from './certificate-hash.ts'
import { certificateKeyScanned } from './certificate-key.ts'
import { certificateLifetime } from './certificate-lifetime.ts'
import { certificateUsage } from './certificate-usage.ts'
import { clientCertificate } from './client-certificate.ts'
import { compression } from './compression.ts'
import { dhPrime } from './dh-prime.ts'
import { dhSize } from './dh-size.ts'
import { downgradeMark } from './downgrade-mark.ts'
import { earlyData } from './early-data.ts'
import { encryptThenMac } from './encrypt-then-mac.ts'
import { exportSuites } from './export-suites.ts'
import { extendedMasterSecret } from './extended-master-secret.ts'
import { fallbackRefused } from './fallback-refused.ts'
import { forgottenSuites } from './forgotten-suites.ts'
import { forwardSecrecy } from './forward-secrecy.ts'
import { handshakeHash } from './handshake-hash.ts'
import { handshakeTimeScanned } from './handshake-time.ts'
import { heartbeat } from './heartbeat.ts'
import { knownAttacks } from './known-attacks.ts'
import { largeHello } from './large-hello.ts'
import { namelessClient } from './nameless-client.ts'
import { nullSuites } from './null-suites.ts'
import { ocspStaple } from './ocsp-staple.ts'
import { ownLimits } from './own-limits.ts'
import { postQuantum } from './post-quantum.ts'
import { rc4Suites } from './rc4-suites.ts'
import { resumption } from './resumption.ts'
import { resumptionGain } from './resumption-gain.ts'
import type { ScanCheck } from './scan-check.ts'
import { secureRenegotiation } from './secure-renegotiation.ts'
import { ssl2 } from './ssl-2.ts'
import { ssl3 } from './ssl-3.ts'
import { suiteOrder } from './suite-order.ts'
import { suitePolicy } from './suite-policy.ts'
import { tls10 } from './tls-1-0.ts'
import { tls11 } from './tls-1-1.ts'
import { tls12Scanned } from './tls-1-2.ts'
import { tls13Scanned } from './tls-1-3.ts'
import { tripleDesSuites } from './triple-des-suites.ts'
import { unknownValues } from './unknown-values.ts'
import { usualGroups } from './usual-groups.ts'
import { versionTolerance } from './version-tolerance.ts'

export const scanChecks: readonly ScanCheck[] = [
  tls13Scanned,
  tls12Scanned,
  tls11,
  tls10,
  ssl3,
  ssl2,
  versionTolerance,
  downgradeMark,
  fallbackRefused,
  nullSuites,
  anonymousSuites,
  exportSuites,
  forgottenSuites,
  rc4Suites,
  tripleDesSuites,
  forwardSecrecy,
  aeadSuites,
  suiteOrder,
  compression,
  suitePolicy,
  dhSize,
  dhPrime,
  usualGroups,
  postQuantum,
  handshakeHash,
  certificateKeyScanned,
  certificateHash,
  certificateUsage,
  certificateLifetime,
  ocspStaple,
  namelessClient,
  bothCertificates,
  ownLimits,
  secureRenegotiation,
  extendedMasterSecret,
  encryptThenMac,
  resumption,
  earlyData,
  clientCertificate,
  unknownValues,
  largeHello,
  heartbeat,
  knownAttacks,
  handshakeTimeScanned,
  resumptionGain,
]
