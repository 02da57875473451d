import type { Observed } from '../../../../../electron/engine/diagnose/observed.ts'

/** What is judged, and `result/severity`; null where the question does not arise. */
export type Case = readonly [id: string, when: string, observed: Observed, outcome: string | null]
