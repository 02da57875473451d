import { eachCase } from './cases/fault-case.ts'
import { starttlsCases } from './cases/starttls.ts'

eachCase(starttlsCases, () => ({}))
