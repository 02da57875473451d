// Options for the wire: the usual ones, with what a test changes.
import { defaultWire } from '../../shared/values/wire-defaults.ts'
import type { WireOptions } from '../../shared/values/wire-options.ts'

export const wire = (wish: Partial<WireOptions>): WireOptions => ({ ...defaultWire, ...wish })
