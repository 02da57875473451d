// TLS scans by handshakes written by hand: what the rooms above use of this one.
export { farewellOf } from './farewell.ts'
export { type Attempt, attack, mostConnections } from './intrusive/index.ts'
export { openImplicit } from './open-implicit.ts'
export { scanPlans } from './plan.ts'
export { createProber, type Opener, type ProbeClock, systemClock } from './prober.ts'
export { type ScanEvent, scan, unscanned } from './scan.ts'
