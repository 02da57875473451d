// `npm test`: unit and integration tests, then the same browser tests at every door that can open on this machine.
import { runSuites } from './test-run.ts'

await runSuites([{ vitest: ['unit'] }, { vitest: ['integration'] }, { web: 'web', desktop: 'electron' }])
