// npm's `prepare`: leaves a built app behind. `npx heloise` links the package first, and comes here too: then what is built is enough.
import { build, buildIfMissing } from './built.ts'

if (process.env.npm_command === 'exec') buildIfMissing()
else build()
