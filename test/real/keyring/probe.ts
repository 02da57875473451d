// Runs inside a session of its own with a keyring: keeps a secret, and tells as JSON what came back, also to another process.
import { openVault } from '../../../electron/storage/index.ts'

const [act, id = '', secret = ''] = process.argv.slice(2)
const vault = await openVault()
if (act === 'set') await vault.set(id, secret)
if (act === 'remove') await vault.remove(id)
console.log(JSON.stringify({ kind: vault.kind, secret: await vault.get(id) }))
