import { eachCase } from './cases/fault-case.ts'
import { robustnessCases } from './cases/robustness.ts'

eachCase(robustnessCases, () => ({ tools: { idleSeconds: 0.5, pauses: [1, 1] } }))
