// TLS scans by handshakes written by hand: what the rooms above use of this one.
export { type ImplicitTarget, openImplicit } from './open-implicit.ts'
export { type ScanPlan, scanPlans } from './plan.ts'
export type { Opener, ProbeClock } from './prober.ts'
export { type ScanEvent, type ScanTarget, type ScanTools, scan, unscanned } from './scan.ts'
