import { eachCase } from './cases/fault-case.ts'
import { mannersCases } from './cases/manners.ts'

eachCase(mannersCases, () => ({}))
