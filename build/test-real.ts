// `npm run test:real`: the engine, the command line and the window against real mail servers, Postfix and Dovecot on the real ports among them.
import { runSuites } from './test-run.ts'

await runSuites([{ vitest: ['real', 'peers'] }, { web: 'real-web', desktop: 'real-electron', doors: 'one' }])
