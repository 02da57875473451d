// What needs connections of its own, in the order in which it is done: gentle ones first.
import type { Probe } from '../probe.ts'
import { injectionProbe } from './plaintext-injection.ts'

export const probes: readonly Probe[] = [injectionProbe]
