import { eachCase } from './cases/fault-case.ts'
import { loginRuleCases } from './cases/login-rules.ts'

eachCase(loginRuleCases, () => ({}))
