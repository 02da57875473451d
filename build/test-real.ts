// `npm run test:real`: the engine, the command line and the window against a real Postfix and Dovecot on the real ports.
import { runSuites } from './test-run.ts'

runSuites([{ vitest: 'real' }, { web: 'real-web', desktop: 'real-electron' }])
