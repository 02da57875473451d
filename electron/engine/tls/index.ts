// TLS scans by handshakes written by hand: what the rooms above use of this one.
export { openImplicit } from './open-implicit.ts'
export { scanPlans } from './plan.ts'
export type { Opener, ProbeClock } from './prober.ts'
export { type ScanEvent, scan, unscanned } from './scan.ts'
