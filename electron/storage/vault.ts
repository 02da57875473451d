// Where passwords and tokens live: the keyring of the operating system, or memory where there is none.
import { AsyncEntry } from '@napi-rs/keyring'

export type Vault = {
  /** `memory`: forgotten when the program ends. */
  readonly kind: 'os' | 'memory'
  get(id: string): Promise<string | null>
  set(id: string, secret: string): Promise<void>
  remove(id: string): Promise<void>
}

/** The keyring of the operating system if it really keeps what it is given, else memory. */
export async function openVault(): Promise<Vault> {
  const vault = osVault()
  return (await doesKeep(vault)) ? vault : memoryVault()
}

export function memoryVault(): Vault {
  const secrets = new Map<string, string>()
  return {
    kind: 'memory',
    get: async (id) => secrets.get(id) ?? null,
    async set(id, secret) {
      secrets.set(id, secret)
    },
    async remove(id) {
      secrets.delete(id)
    },
  }
}

const service = 'Heloise'

function osVault(): Vault {
  // The kernel's keyring would lose every secret at the next start of the machine without a word.
  const entry = (id: string) => new AsyncEntry(service, id, { linux: { store: 'secret-service' } })
  return {
    kind: 'os',
    get: async (id) => (await entry(id).getPassword()) ?? null,
    set: (id, secret) => entry(id).setPassword(secret),
    async remove(id) {
      await entry(id).deletePassword()
    },
  }
}

/** Milliseconds for the keyring to show that it works; a locked one may be asking the person meanwhile. */
const patience = 10_000

async function doesKeep(vault: Vault): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  try {
    return await Promise.race([tryOut(vault), tooLong])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

async function tryOut(vault: Vault): Promise<boolean> {
  const id = 'keyring-check'
  await vault.set(id, id)
  const kept = (await vault.get(id)) === id
  await vault.remove(id)
  return kept
}
